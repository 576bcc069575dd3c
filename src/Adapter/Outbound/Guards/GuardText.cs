using System.Globalization;
using System.Text;

namespace MeliBot.Adapter.Outbound.Guards;

/// <summary>A text as a reader's eye takes it: lower case, no accents, no invisible characters, look-alike digits and letters made plain; each character knows where it stood.</summary>
internal sealed class GuardText
{
    private readonly int[] _origins;
    private readonly int _end;
    private readonly string _original;

    public GuardText(string original)
    {
        _original = original;
        var text = new StringBuilder(original.Length);
        var origins = new List<int>(original.Length);
        for (var i = 0; i < original.Length;)
        {
            var status = Rune.DecodeFromUtf16(original.AsSpan(i), out var rune, out var length);
            if (status == System.Buffers.OperationStatus.Done) Append(rune, i);
            i += length;
        }

        Text = text.ToString();
        _origins = [.. origins];
        _end = original.Length;

        void Append(Rune rune, int origin)
        {
            if (rune.IsAscii)
            {
                text.Append(char.ToLowerInvariant((char)rune.Value));
                origins.Add(origin);
                return;
            }

            foreach (var c in rune.ToString().Normalize(NormalizationForm.FormKD).EnumerateRunes())
            {
                var category = Rune.GetUnicodeCategory(c);
                // U+20E3 is the box around a keycap digit.
                if (category is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format or UnicodeCategory.Control) continue;
                var plain = category switch
                {
                    UnicodeCategory.DecimalDigitNumber => (char)('0' + (int)Rune.GetNumericValue(c)),
                    UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => ' ',
                    UnicodeCategory.DashPunctuation => '-',
                    _ => LookAlike(Rune.ToLowerInvariant(c)),
                };
                text.Append(plain);
                origins.Add(origin);
            }
        }
    }

    public string Text { get; }

    public GuardFinding Finding(string guard, string reason, int start, int length)
    {
        var from = start < _origins.Length ? _origins[start] : _end;
        var to = start + length < _origins.Length ? _origins[start + length] : _end;
        return new(guard, reason, from, Math.Max(to - from, 0));
    }

    /// <summary>Whether the original says the same in ASCII: a look-alike letter makes another domain.</summary>
    public bool IsPlain(int start, int length)
    {
        var from = _origins[start];
        var to = start + length < _origins.Length ? _origins[start + length] : _end;
        return System.Text.Ascii.IsValid(_original.AsSpan(from, to - from));
    }

    /// <summary>Letters of other alphabets that are drawn like Latin ones, and signs that stand for others.</summary>
    private static char LookAlike(Rune rune) => rune.Value switch
    {
        0x430 => 'a',
        0x435 => 'e',
        0x43E => 'o',
        0x440 => 'p',
        0x441 => 'c',
        0x443 => 'y',
        0x445 => 'x',
        0x456 => 'i',
        0x455 => 's',
        0x458 => 'j',
        0x3BF => 'o',
        0x3B1 => 'a',
        0x3B9 => 'i',
        0x131 => 'i',
        0x2024 or 0xB7 or 0x2022 or 0x3002 => '.',
        0x2212 => '-',
        0x2044 or 0x2215 => '/',
        0x201C or 0x201D => '"',
        0x2018 or 0x2019 => '\'',
        < 0x10000 => (char)rune.Value,
        _ => '\uFFFD',
    };
}
