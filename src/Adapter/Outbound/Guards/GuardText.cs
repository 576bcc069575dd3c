using System.Globalization;
using System.Text;
using MeliBot.Delivery.Reasons;

namespace MeliBot.Adapter.Outbound.Guards;

/// <summary>A text as a reader's eye takes it: lower case, no accents, no invisible characters, look-alike digits and letters made plain; each character knows where it stood.</summary>
internal sealed class GuardText
{
    /// <summary>Stands for what must not be read: neither letter, digit nor blank.</summary>
    public const char Unreadable = '\uFFFD';

    private const int LongestQuote = 60;

    private readonly int[] _origins;
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

        void Append(Rune rune, int origin)
        {
            if (rune.IsAscii)
            {
                Add(char.ToLowerInvariant((char)rune.Value), origin);
                return;
            }

            // A superscript or an ordinal's sign stays what it is beside the number that it belongs to.
            if (rune.Value is 0xBA or 0xB0)
            {
                Add('°', origin);
                return;
            }

            if (LookAlikes.Number(rune) is { } number)
            {
                foreach (var digit in number) Add(digit, origin);
                return;
            }

            Span<char> units = stackalloc char[2];
            var form = new string(units[..rune.EncodeToUtf16(units)]).Normalize(NormalizationForm.FormKD);
            foreach (var c in form.EnumerateRunes())
            {
                var category = Rune.GetUnicodeCategory(c);
                // U+20E3 is the box around a keycap digit.
                if (category is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format or UnicodeCategory.Control) continue;
                Add(category switch
                {
                    UnicodeCategory.DecimalDigitNumber => (char)('0' + (int)Rune.GetNumericValue(c)),
                    UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => ' ',
                    UnicodeCategory.DashPunctuation => '-',
                    _ => LookAlikes.Plain(Rune.ToLowerInvariant(c)),
                }, origin);
            }
        }

        void Add(char c, int origin)
        {
            text.Append(c);
            origins.Add(origin);
        }
    }

    /// <summary>Another reading of the same original.</summary>
    /// <param name="kept">For each character of the text, its index in <paramref name="from"/>.</param>
    public GuardText(GuardText from, string text, IReadOnlyList<int> kept)
    {
        _original = from._original;
        Text = text;
        _origins = [.. kept.Select(index => from._origins[index])];
    }

    private GuardText(GuardText from, string text)
    {
        _original = from._original;
        _origins = from._origins;
        Text = text;
    }

    public string Text { get; }

    public GuardFinding Finding(string guard, ReasonCode why, int start, int length, params ReadOnlySpan<string> more)
    {
        while (length > 0 && char.IsWhiteSpace(Text[start]))
        {
            start++;
            length--;
        }

        while (length > 0 && char.IsWhiteSpace(Text[start + length - 1])) length--;
        var from = Origin(start);
        var to = Math.Max(length == 0 ? from : Origin(start + length), from);
        while (to > from && char.IsWhiteSpace(_original[to - 1])) to--;
        return new(guard, why.With([Quote(from, to), .. more]), from, to - from);
    }

    /// <summary>Adds what was found, unless a finding stands there already.</summary>
    public void AddTo(List<GuardFinding> findings, string guard, ReasonCode why, int start, int length)
    {
        var found = Finding(guard, why, start, length);
        if (!findings.Exists(other => other.Start < found.Start + found.Length && found.Start < other.Start + other.Length)) findings.Add(found);
    }

    /// <summary>Whether the original says the same in ASCII: a look-alike letter makes another domain.</summary>
    public bool IsPlain(int start, int length) => System.Text.Ascii.IsValid(_original.AsSpan(Origin(start), Origin(start + length) - Origin(start)));

    /// <summary>Where a folded phrase stands as whole words.</summary>
    public IEnumerable<int> Occurrences(string phrase)
    {
        for (var at = Text.IndexOf(phrase, StringComparison.Ordinal); at >= 0; at = Text.IndexOf(phrase, at + phrase.Length, StringComparison.Ordinal))
        {
            var end = at + phrase.Length;
            if ((at == 0 || !IsInside(at)) && (end == Text.Length || !IsInside(end))) yield return at;
        }

        bool IsInside(int index) => char.IsLetterOrDigit(Text[index - 1]) && char.IsLetterOrDigit(Text[index]);
    }

    /// <summary>With the phrases made unreadable; this reading itself where none occurs.</summary>
    public GuardText Cover(IReadOnlyList<string> phrases)
    {
        char[]? covered = null;
        foreach (var phrase in phrases)
        {
            foreach (var start in Occurrences(phrase)) Array.Fill(covered ??= Text.ToCharArray(), Unreadable, start, phrase.Length);
        }

        return covered is null ? this : new(this, new string(covered));
    }

    private int Origin(int index) => index < _origins.Length ? _origins[index] : _original.Length;

    private string Quote(int from, int to)
    {
        if (to - from <= LongestQuote) return _original[from..to];
        var cut = from + LongestQuote;
        if (char.IsLowSurrogate(_original[cut])) cut--;
        return _original[from..cut] + "…";
    }
}
