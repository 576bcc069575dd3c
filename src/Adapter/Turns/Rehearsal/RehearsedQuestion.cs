namespace MeliBot.Adapter.Turns;

/// <summary>A question that nobody asked.</summary>
public sealed record RehearsedQuestion
{
    public required string Text { get; init; }

    /// <summary>The seller's user id.</summary>
    public long Account { get; init; } = 1;

    /// <summary>For example <c>MLA</c>; null takes the letters of <see cref="Item"/>.</summary>
    public string? Site { get; init; }

    /// <summary>The listing's id.</summary>
    public string Item { get; init; } = "MLA1";

    public long Buyer { get; init; } = 2;

    public string? BuyerName { get; init; }

    /// <summary>What the buyer speaks, such as <c>es-MX</c>; null takes the site's.</summary>
    public string? Locale { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Questions of the same buyer on the same listing that came first; each is rehearsed too, and a draft of its answer counts as approved.</summary>
    public IReadOnlyList<string> Before { get; init; } = [];
}
