using MeliBot.Dialogs.Understanding;

namespace MeliBot.Dialogs.Playbooks.Files;

/// <summary>From parts to the model that conversations run on.</summary>
internal static class PlaybookBuilder
{
    private static readonly DecidingRules NoRules = new(new DecidingRule(null, null, null, null, null, null, false, SourceSpan.At("deciding.yaml", 1, 1)), [], [], []);

    public static Playbook Build(PlaybookParts parts, string version) => new(
        parts.Settings?.Name ?? "unnamed",
        version,
        Voices.Of(parts.Settings),
        [.. parts.Intents.Values.Select(i => i.Definition).OrderBy(i => i.Name, StringComparer.Ordinal)],
        parts.TrainingOf(IntentPlaces.Questions),
        parts.Replies.ToDictionary(r => r.Key, r => r.Value.Definition, StringComparer.Ordinal),
        parts.Dialogs.ToDictionary(d => d.Key, d => WithTexts(d.Value.Definition, parts), StringComparer.Ordinal),
        parts.Texts.ToDictionary(t => t.Key, t => t.Value.Text, StringComparer.Ordinal),
        parts.Deciding ?? NoRules,
        parts.Guards?.Rules ?? new GuardRules([], [], []),
        [.. parts.Tests.Select(t => t.Test)])
    {
        AfterSale = parts.TrainingOf(IntentPlaces.Orders) is { Intents.Count: > 0 } taught ? taught : null,
        InClaims = parts.TrainingOf(IntentPlaces.Claims) is { Intents.Count: > 0 } ofClaims ? ofClaims : null,
    };

    /// <summary>A <c>say</c> whose name is no reply's but a text's says that text.</summary>
    private static DialogDefinition WithTexts(DialogDefinition dialog, PlaybookParts parts) => dialog with { Steps = WithTexts(dialog.Steps, parts) };

    private static IReadOnlyList<Step> WithTexts(IReadOnlyList<Step> steps, PlaybookParts parts) => [.. steps.Select(step => step switch
    {
        SayStep { Reply: { } name } say when !parts.Replies.ContainsKey(name) && parts.Texts.TryGetValue(name, out var text) => say with { Reply = null, Text = text.Text },
        IfStep fork => fork with { Then = WithTexts(fork.Then, parts), Else = WithTexts(fork.Else, parts) },
        _ => step,
    })];
}
