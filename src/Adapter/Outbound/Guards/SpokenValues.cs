using System.Globalization;
using System.Text;

namespace MeliBot.Adapter.Outbound.Guards;

/// <summary>Writes numbers in words as figures, as a door's number is read: "al setecientos cuarenta" is "al 740", "trezentos e doze" is "312". Small ones stay words, unless they number something.</summary>
internal static class SpokenValues
{
    private const int Smallest = 20;
    private const int Most = 99_999;

    private static readonly HashSet<string> Numbering = new(StringComparer.Ordinal)
    {
        "numero", "nro", "num", "n", "altura", "al", "local", "piso", "andar", "casa", "lote", "manzana", "quadra", "km", "kilometro", "quilometro", "depto", "dpto", "departamento", "stand", "box", "sala", "apto", "apartamento",
        "oficina", "torre", "puerta", "timbre", "puesto", "loja", "galpon", "bodega", "interior", "quiosque", "kiosco", "pasillo", "corredor", "modulo", "bloco", "bloque", "carrera", "cra",
    };

    public static GuardText Write(GuardText from)
    {
        var tokens = Token.Split(from.Text);
        StringBuilder? text = null;
        var kept = new List<int>();
        var copied = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (IsThousands(tokens, i))
            {
                text ??= new StringBuilder(from.Text.Length);
                Copy(tokens[i + 1].Start);
                copied = tokens[i + 2].Start;
                i += 2;
                continue;
            }

            // "50 mil" is an amount, and "mil" alone may be any.
            if (tokens[i].Is("mil") && (i == 0 || tokens[i - 1].Kind == TokenKind.Number || i + 1 == tokens.Count || !SpokenNumbers.TryReadWord(tokens[i + 1].Text, out _))) continue;
            if (!TryRead(tokens, i, out var value, out var last) || (value < Smallest && (i == 0 || !Numbering.Contains(tokens[i - 1].Text)))) continue;
            text ??= new StringBuilder(from.Text.Length);
            Copy(tokens[i].Start);
            foreach (var digit in value.ToString(CultureInfo.InvariantCulture))
            {
                text.Append(digit);
                kept.Add(tokens[i].Start);
            }

            // The last digit stands for what ends the number.
            kept[^1] = tokens[last].End - 1;
            copied = tokens[last].End;
            i = last;
        }

        if (text is null) return from;
        Copy(from.Text.Length);
        return new GuardText(from, text.ToString(), kept);

        void Copy(int to)
        {
            for (; copied < to; copied++)
            {
                text!.Append(from.Text[copied]);
                kept.Add(copied);
            }
        }
    }

    /// <summary>"Thames 1.234": behind a name, where no currency stands.</summary>
    private static bool IsThousands(List<Token> tokens, int i) =>
        i > 0 && i + 2 < tokens.Count && tokens[i].Kind == TokenKind.Number && tokens[i].Text.Length < 3 && tokens[i - 1].Kind == TokenKind.Word && tokens[i + 1].Is(".") && tokens[i + 1].Start == tokens[i].End
        && tokens[i + 2] is { Kind: TokenKind.Number, Text.Length: 3 } && tokens[i + 2].Start == tokens[i + 1].End && (i + 3 == tokens.Count || tokens[i + 3].Start > tokens[i + 2].End || tokens[i + 3].Is(","));

    private static bool TryRead(List<Token> tokens, int first, out int value, out int last)
    {
        value = 0;
        last = first;
        var part = 0;
        var smallest = int.MaxValue;
        var any = false;
        for (var i = first; i < tokens.Count; i++)
        {
            if (any && tokens[i].Text is "y" or "e" && i + 1 < tokens.Count) i++;
            var word = tokens[i].Text;
            if (tokens[i].Kind != TokenKind.Word) break;
            if (word == "mil" && value == 0)
            {
                value = Math.Max(part, 1) * 1000;
                part = 0;
                smallest = 1000;
            }
            else if (SpokenNumbers.TryReadWord(word, out var number) && number > 0 && (number >= 100 ? smallest > 100 : number >= 20 ? smallest >= 100 : smallest >= 100 || (smallest >= 20 && number < 10)))
            {
                // "once dos" is two numbers.
                part += number;
                smallest = number;
            }
            else
            {
                break;
            }

            any = true;
            last = i;
        }

        value += part;
        return any && value <= Most;
    }
}
