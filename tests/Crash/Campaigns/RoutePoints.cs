namespace MeliBot.Crash.Tests.Campaigns;

/// <summary>The named points of the data's route, each a span's start or stop (docs/reliability.md), in the order that a question passes them.</summary>
internal static class RoutePoints
{
    /// <summary>Not a span of ours: the platform has the answer, and we haven't its reply.</summary>
    public const string PostSent = "post-sent";

    public static IReadOnlyList<(string Name, string Point)> All { get; } =
    [
        ("before the signal's commit", "signal.raise:start"),
        ("before the 200", "signal.raise:stop"),
        ("signal taken", "signal.handle:start"),
        ("question being read", "mercadolibre.read:start"),
        ("after the fetch", "signal.handle:stop"),
        ("before the question's commit", "signal.ingest:start"),
        ("after the question's commit", "signal.ingest:stop"),
        ("turn loaded", "turn.load:stop"),
        ("bot has run", "turn.run:stop"),
        ("before the turn's commit", "turn.commit:start"),
        ("after the turn's commit", "turn.commit:stop"),
        ("inside a transaction", "store.commit:start"),
        ("before the claim", "effect.claim:start"),
        ("sending is committed", "effect.execute:start"),
        ("before the POST", "mercadolibre.write:start"),
        ("POST sent, no reply yet", PostSent),
        ("reply read", "mercadolibre.write:stop"),
        ("before the mark", "effect.mark:start"),
        ("after the mark", "effect.mark:stop"),
    ];

    /// <summary>So often at least it is passed while that many questions are answered: once each, but claims and transactions take many at a time.</summary>
    public static int PassesOf(string point, int questions) => point.StartsWith("store.commit", StringComparison.Ordinal) || point.StartsWith("effect.claim", StringComparison.Ordinal) ? 4 : Math.Min(questions, 30);
}
