using System.Reflection;
using System.Reflection.Emit;

namespace MtaStsTools.Sdk.Tests.Architecture;

/// <summary>The instructions of ECMA-335 §III by their code, so that a body can be walked from one to the next.</summary>
internal static class Instructions
{
    private const int Prefix = 0xFE;
    private const int SwitchLabel = 4;

    private static readonly Dictionary<int, OperandType> Operands = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => (int)(ushort)code.Value, code => code.OperandType);

    /// <summary>The metadata tokens that a body's instructions name.</summary>
    public static IEnumerable<int> Tokens(byte[] body)
    {
        for (var at = 0; at < body.Length;)
        {
            int code = body[at++];
            if (code == Prefix)
                code = (Prefix << 8) | body[at++];
            var operand = Operands[code];
            if (operand is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok or OperandType.InlineSig)
                yield return BitConverter.ToInt32(body, at);
            at += operand == OperandType.InlineSwitch ? SwitchLabel * (1 + BitConverter.ToInt32(body, at)) : Size(operand);
        }
    }

    private static int Size(OperandType operand) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        _ => 4,
    };
}
