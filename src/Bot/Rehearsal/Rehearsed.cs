using MeliBot.Adapter.Turns;
using Microsoft.Bot.Builder;
using Newtonsoft.Json.Linq;

namespace MeliBot.Bot.Rehearsal;

/// <summary>What a rehearsed question came to.</summary>
/// <param name="Recognized">Null when the bot never came to it.</param>
internal sealed record Rehearsed(Scene Scene, TurnTrace Trace, RecognizerResult? Recognized)
{
    /// <summary>Proposals and reminders of a claim's turn.</summary>
    public IReadOnlyList<Wish> Wishes { get; init; } = [];

    /// <summary>What the playbook didn't say, and why.</summary>
    public IReadOnlyList<string> Notes => Trace.Playbook?.Notes ?? [];

    /// <summary>Names, in the order asked, each once.</summary>
    public IReadOnlyList<string> Intents { get; } = [.. Trace.Intents.Select(intent => intent.Name).Distinct(StringComparer.Ordinal)];

    public IEnumerable<RehearsedSegment> Segments => (Recognized?.Properties.TryGetValue("segments", out var segments) == true ? segments as JArray ?? [] : [])
        .OfType<JObject>().Select(segment => new RehearsedSegment((string?)segment["text"] ?? "", (string?)segment["intent"], (double?)segment["score"] ?? 0));

    public IEnumerable<(string Name, IReadOnlyList<string> Values)> Slots => (Recognized?.Entities ?? [])
        .Properties().Where(entity => entity.Name != "$instance" && entity.Value is JArray)
        .Select(entity => (entity.Name, (IReadOnlyList<string>)[.. entity.Value.Select(value => value.ToString()).Distinct(StringComparer.Ordinal)]));
}

internal sealed record RehearsedSegment(string Text, string? Intent, double Score);
