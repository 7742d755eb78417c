using System.Text;

namespace MtaStsTools.PowerShell.Commands;

/// <summary>
/// Finds the objects in JSON that comes in pieces: one document, an array of them, one a line, or the single lines of any of
/// these. Only brackets and quotation marks are looked at; whether an object is right is for its reader to say.
/// </summary>
internal sealed class JsonObjects
{
    private readonly StringBuilder _text = new();
    private int _arrays;
    private int _depth;
    private bool _inString;
    private bool _escaped;

    /// <summary>Whether an object or array has begun and not ended.</summary>
    public bool IsOpen => _depth > 0 || _arrays > 0;

    /// <summary>Whether a text is meant as JSON, which no domain name is.</summary>
    public static bool Looks(string text)
    {
        var start = text.TrimStart();
        return start.Length > 0 && start[0] is '{' or '[';
    }

    /// <summary>The objects that are complete once <paramref name="piece"/> has come.</summary>
    /// <exception cref="FormatException">Something stands outside an object, or an object is longer than what is read.</exception>
    public IEnumerable<string> Add(string piece)
    {
        foreach (var character in piece)
        {
            if (_depth == 0)
                Between(character);
            else
                Within(character);
            if (_depth > 0 || _text.Length == 0)
                continue;
            var json = _text.ToString();
            _text.Clear();
            yield return json;
        }
    }

    /// <summary>The objects of a file.</summary>
    /// <exception cref="FormatException">Something stands outside an object, an object is too long, or the last one does not end.</exception>
    public static IEnumerable<string> Read(TextReader reader)
    {
        var objects = new JsonObjects();
        var buffer = new char[32 * 1024];
        int count;
        while ((count = reader.Read(buffer, 0, buffer.Length)) > 0)
        {
            foreach (var json in objects.Add(new string(buffer, 0, count)))
                yield return json;
        }

        foreach (var json in objects.Finish())
            yield return json;
    }

    /// <summary>Ends the input: there is no object any more.</summary>
    /// <exception cref="FormatException">An object or array has not ended.</exception>
    public IEnumerable<string> Finish()
    {
        if (IsOpen)
            throw Fault("The JSON text ends in the midst of an object or array.");
        yield break;
    }

    private void Between(char character)
    {
        switch (character)
        {
            case '{':
                _depth = 1;
                _text.Append(character);
                break;
            case '[':
                _arrays++;
                break;
            case ']' when _arrays > 0:
                _arrays--;
                break;
            case ',' or '\uFEFF':
                break;
            default:
                if (!char.IsWhiteSpace(character))
                    throw Fault($"The text is no JSON: '{character}' stands outside an object.");
                break;
        }
    }

    private void Within(char character)
    {
        if (_text.Length >= ReportJson.MaxLength)
            throw Fault("An object of the JSON text is longer than 16 MiB.");
        _text.Append(character);
        if (_inString)
        {
            (_inString, _escaped) = (_escaped || character != '"', !_escaped && character == '\\');
            return;
        }

        switch (character)
        {
            case '"':
                _inString = true;
                break;
            case '{':
                _depth++;
                break;
            case '}':
                _depth--;
                break;
        }
    }

    private FormatException Fault(string message)
    {
        Reset();
        return new FormatException(message);
    }

    private void Reset()
    {
        _text.Clear();
        (_arrays, _depth, _inString, _escaped) = (0, 0, false, false);
    }
}
