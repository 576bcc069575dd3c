namespace MeliBot.Simulator;

/// <summary>What is given changes; the rest stays.</summary>
/// <param name="SellerActions">What the seller may do whatever follows from the claim.</param>
/// <param name="ActionsByRule">Takes <paramref name="SellerActions"/> back.</param>
public sealed record ClaimChange(
    string? Type, string? Status, string? ReasonId, bool NoReason, string? Resource, long? ResourceId, bool? HidesMediator, bool? Hashless, string? ModerateNext,
    IReadOnlyList<WorldClaimAction>? SellerActions, bool ActionsByRule);

/// <param name="Role"><c>complainant</c> or <c>mediator</c>.</param>
/// <param name="AnswerWithin">Until when the seller has to answer.</param>
public sealed record ClaimWriteRequest(string? Role, string? Text, string? To, IReadOnlyList<string>? Files, TimeSpan? AnswerWithin, bool Moderated);

public sealed record ClaimByRequest(string? By);

public sealed record StageRequest(string Stage, string? By);

public sealed record RequireRequest(string Action, TimeSpan? Within, string? Role);

/// <param name="Without">The claim closes with <c>resolution: null</c>.</param>
public sealed record CloseRequest(string? Reason, string? Benefited, string? By, bool Coverage, bool Without);

public sealed record ReopenRequest(string? Stage);

public sealed record AcceptRequest(bool Accept);

public sealed record ReturnRequest(string? RefundAt, string? Subtype);

public sealed record TriageRequest(string? Condition, string? Benefited);

/// <param name="Action"><c>write</c>, <c>refund</c>, <c>partial-refund</c>, <c>allow-return</c>, <c>allow-replace</c>, <c>open-dispute</c> or <c>review</c>.</param>
public sealed record ElsewhereRequest(string Action, string? Text, decimal? Percentage);
