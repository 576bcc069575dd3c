using MeliBot.Dialogs.Playbooks;
using MeliBot.Dialogs.Templates;

namespace MeliBot.Dialogs.Replies;

/// <summary>One of the texts that say the same.</summary>
/// <param name="Number">From 1, among those of its voice.</param>
internal sealed record Wording(CompiledText Text, int Number);

/// <summary>A text of the playbook, parsed in all its languages and wordings.</summary>
internal sealed class Wordings
{
    private readonly Dictionary<string, Wording[]> _byVoice;

    public Wordings(LocalText text)
    {
        _byVoice = text.Variations.ToDictionary(v => v.Key, v => v.Value.Select((t, i) => new Wording(CompiledText.Parse(t.Text), i + 1)).ToArray(), StringComparer.OrdinalIgnoreCase);
        Needs = text.Variations.Values.SelectMany(v => v).Aggregate(Facts.Needs.None, (needs, template) => needs | Facts.NeedsOf.Text(template.Text));
    }

    public Facts.Needs Needs { get; }

    /// <summary>In the first voice that has it; which wording, the turn's seed says. Null where no voice has it.</summary>
    /// <param name="salt">So that two texts of a turn don't draw alike.</param>
    public Wording? Pick(IReadOnlyList<string> voices, string seed, string salt)
    {
        foreach (var voice in voices)
        {
            if (_byVoice.TryGetValue(voice, out var texts)) return Draw(texts, seed, salt);
        }

        return _byVoice.TryGetValue("", out var any) ? Draw(any, seed, salt) : null;
    }

    private static Wording? Draw(Wording[] texts, string seed, string salt) => texts.Length switch
    {
        0 => null,
        1 => texts[0],
        _ => texts[Hash(seed, salt) % (uint)texts.Length],
    };

    // FNV-1a with a last stir: the same on every machine, today and in a replay.
    private static uint Hash(string seed, string salt)
    {
        var hash = 2166136261u;
        foreach (var c in seed) hash = (hash ^ c) * 16777619;
        foreach (var c in salt) hash = (hash ^ c) * 16777619;
        hash ^= hash >> 16;
        return (hash * 0x85EBCA6B) >> 8;
    }
}
