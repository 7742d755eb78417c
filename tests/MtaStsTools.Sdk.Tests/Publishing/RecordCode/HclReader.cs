using System.Globalization;
using System.Text;

namespace MtaStsTools.Sdk.Tests.Publishing.RecordCode;

/// <summary>
/// Reads the part of HCL's syntax (blocks, attributes, strings, numbers, lists, references, comments) that the writers may use, by the specification of the
/// language and not by what they write. A template in a string is an error: no text of a record may be evaluated.
/// </summary>
internal sealed class HclReader(string text)
{
    private int _at;

    /// <summary>The blocks: type and labels joined by spaces, and attributes as strings, numbers or references; those of inner blocks behind a dot.</summary>
    public static IReadOnlyList<(string Header, Dictionary<string, string> Attributes)> Read(string text)
    {
        var reader = new HclReader(text);
        var blocks = new List<(string, Dictionary<string, string>)>();
        for (reader.Skip(); reader._at < text.Length; reader.Skip())
        {
            var attributes = new Dictionary<string, string>(StringComparer.Ordinal);
            blocks.Add((reader.Header(), attributes));
            reader.Body(attributes, "");
        }

        return blocks;
    }

    private char Now => _at < text.Length ? text[_at] : '\0';

    private string Header()
    {
        var header = new List<string>();
        while (Now != '{')
        {
            header.Add(Now == '"' ? String() : Word());
            Skip();
        }

        return string.Join(' ', header);
    }

    private void Body(Dictionary<string, string> attributes, string prefix)
    {
        Take('{');
        for (Skip(); Now != '}'; Skip())
        {
            var name = Word();
            Skip();
            if (Now == '{')
            {
                Body(attributes, $"{prefix}{name}.");
                continue;
            }

            Take('=');
            Skip();
            attributes.Add(prefix + name, Value());
            Require(Now is '\n' or ' ' or '#', "An attribute ends with its line.");
        }

        Take('}');
    }

    private string Value()
    {
        if (Now == '[')
        {
            Take('[');
            var values = new List<string>();
            for (Skip(); Now != ']'; Skip())
            {
                values.Add(Value());
                Skip();
                if (Now == ',')
                    _at++;
            }

            Take(']');
            return string.Join('\u0001', values);
        }

        if (Now == '"')
            return String();
        var reference = new StringBuilder();
        while (char.IsAsciiLetterOrDigit(Now) || Now is '_' or '-' or '.' or '(' or ')' or '[')
        {
            if (Now != '[')
            {
                reference.Append(text[_at++]);
                continue;
            }

            Take('[');
            reference.Append('[').Append(String()).Append(']');
            Take(']');
        }

        Require(reference.Length > 0, "There is no value.");
        return reference.ToString();
    }

    private string String()
    {
        Take('"');
        var value = new StringBuilder();
        while (Now != '"')
        {
            Require(Now is not ('\n' or '\r' or '\0'), "A string ends on its line.");
            if (Now is '$' or '%' && _at + 2 < text.Length && text[_at + 1] == Now && text[_at + 2] == '{')
            {
                value.Append(Now).Append('{');
                _at += 3;
            }
            else
            {
                Require(!(Now is '$' or '%' && text[_at + 1] == '{'), "A template begins.");
                value.Append(Now == '\\' ? Escape() : text[_at++]);
            }
        }

        Take('"');
        return value.ToString();
    }

    private char Escape()
    {
        _at++;
        var c = text[_at++];
        switch (c)
        {
            case 'n': return '\n';
            case 'r': return '\r';
            case 't': return '\t';
            case '"' or '\\': return c;
            case 'u':
                _at += 4;
                return (char)ushort.Parse(text.AsSpan(_at - 4, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
            default: throw new FormatException($"\\{c} is no escape.");
        }
    }

    private string Word()
    {
        var start = _at;
        while (char.IsAsciiLetterOrDigit(Now) || Now is '_' or '-')
            _at++;
        Require(_at > start, "There is no name.");
        return text[start.._at];
    }

    private void Skip()
    {
        while (Now is ' ' or '\n' or '#')
        {
            if (Now == '#')
                _at = text.IndexOf('\n', _at);
            _at++;
        }
    }

    private void Take(char c)
    {
        Require(Now == c, $"There is no {c}.");
        _at++;
    }

    private void Require(bool condition, string what)
    {
        if (!condition)
            throw new FormatException($"{what} At: {text[..Math.Min(_at + 20, text.Length)]}");
    }
}
