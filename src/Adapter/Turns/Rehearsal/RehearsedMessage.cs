namespace MeliBot.Adapter.Turns;

/// <summary>A message of a sale that nobody wrote.</summary>
public sealed record RehearsedMessage
{
    public required string Text { get; init; }

    /// <summary>The seller's user id.</summary>
    public long Account { get; init; } = 1;

    /// <summary>For example <c>MLA</c>; null where it isn't known.</summary>
    public string? Site { get; init; }

    /// <summary>The pack, or the order of a sale without one.</summary>
    public long Pack { get; init; } = 1;

    public long Buyer { get; init; } = 2;

    /// <summary>What the buyer speaks, such as <c>es-MX</c>; null takes the site's.</summary>
    public string? Locale { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Messages of the same buyer on the same sale that came first; each is rehearsed too, and a draft of its reply counts as approved.</summary>
    public IReadOnlyList<string> Before { get; init; } = [];
}
