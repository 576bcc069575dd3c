using MeliBot.Adapter.Claims;

namespace MeliBot.Adapter.Turns;

/// <summary>A turn of a claim that nobody opened: somebody writes, or something happens.</summary>
public sealed record RehearsedClaimTurn
{
    /// <summary>What the other party or the mediator writes; null where something happens.</summary>
    public string? Text { get; init; }

    /// <summary>What happens, of <see cref="ClaimEventNames"/>; null where somebody writes.</summary>
    public string? Event { get; init; }

    /// <summary>Who writes: complainant, respondent or mediator.</summary>
    public string Sender { get; init; } = "complainant";

    /// <summary>What the conversation knows of the claim: to whom it may be written, its type and stage.</summary>
    public required ClaimMeta Claim { get; init; }

    /// <summary>The seller's user id.</summary>
    public long Account { get; init; } = 1;

    /// <summary>The claim's number.</summary>
    public long Id { get; init; } = 1;

    /// <summary>For example <c>MLA</c>; null where it isn't known.</summary>
    public string? Site { get; init; }

    public long Buyer { get; init; } = 2;

    /// <summary>What the buyer speaks, such as <c>es-MX</c>; null takes the site's.</summary>
    public string? Locale { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>What the same party wrote before; each is rehearsed too, and a draft of its reply counts as approved.</summary>
    public IReadOnlyList<string> Before { get; init; } = [];
}
