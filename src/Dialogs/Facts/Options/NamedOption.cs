using MeliBot.Dialogs.Understanding;

namespace MeliBot.Dialogs.Facts;

/// <summary>A choice that a buyer names.</summary>
/// <param name="Text">As the buyer wrote it.</param>
/// <param name="Kind">One of <see cref="OptionKinds"/>.</param>
internal sealed record NamedOption(string Text, string Folded, string Kind)
{
    // Before these a bare "38" or "M" is the listing's size of that name, and no number of something else.
    private static readonly HashSet<string> Introducing = new(StringComparer.Ordinal) { "en", "em", "no", "na", "la", "el", "o", "a", "y", "e", "de", "del", "do", "talle", "talla", "tamanho", "numero", "num", "nro" };

    /// <summary>By the question's slots, and by the listing's own names of its choices, which no dictionary needs to know.</summary>
    /// <param name="words">Of the text in which the listing's names are looked for, folded.</param>
    public static IReadOnlyList<NamedOption> Find(IReadOnlyList<SlotValue> slots, IReadOnlyList<string> words, ItemView item)
    {
        var found = new List<NamedOption>();
        foreach (var (value, attribute) in item.OptionValues)
        {
            if (IndexOf(words, value) < 0 || found.Any(f => f.Kind == attribute.Kind && Overlap(f.Folded, attribute.Folded))) continue;
            found.Add(new NamedOption(OptionText.Lower(attribute.Text), attribute.Folded, attribute.Kind));
        }

        foreach (var slot in slots)
        {
            if (KindOf(slot.Name) is not { } kind) continue;
            var folded = OptionText.Fold(slot.Text);
            if (folded.Length > 0 && !found.Any(f => f.Kind == kind && Overlap(f.Folded, folded))) found.Add(new NamedOption(slot.Text.ToLowerInvariant() is var small && kind == OptionKinds.Color ? small : slot.Text, folded, kind));
        }

        return found;
    }

    private static string? KindOf(string slot) => slot switch
    {
        SlotNames.Color => OptionKinds.Color,
        SlotNames.Size => OptionKinds.Size,
        SlotNames.Voltage => OptionKinds.Voltage,
        SlotNames.Model => OptionKinds.Model,
        _ => null,
    };

    private static bool Overlap(string a, string b) => $" {a} ".Contains($" {b} ", StringComparison.Ordinal) || $" {b} ".Contains($" {a} ", StringComparison.Ordinal);

    private static int IndexOf(IReadOnlyList<string> words, string[] value)
    {
        for (var i = 0; i + value.Length <= words.Count; i++)
        {
            var j = 0;
            while (j < value.Length && words[i + j] == value[j]) j++;
            if (j == value.Length && (value.Length > 1 || value[0].Length > 3 || (i > 0 && Introducing.Contains(words[i - 1])) || words.Count == 1)) return i;
        }

        return -1;
    }
}
