namespace MeliBot.Simulator;

/// <summary>An act on a claim; <see cref="Claim"/> is the file's word for it.</summary>
public abstract record ClaimStep(string Claim) : ScenarioAct;

/// <param name="Order">The key of what was bought; null: an order that nobody knows, of this account and buyer.</param>
public sealed record OpenClaimAct(string Claim, string? Order, string? Account, string? Buyer, NewClaim Wish) : ClaimStep(Claim);

/// <param name="As">complainant, respondent (a buyer to whom the seller complains) or mediator.</param>
public sealed record WriteClaimAct(string Claim, string As, string Text, TimeSpan? AnswerWithin, bool Moderated) : ClaimStep(Claim);

/// <param name="Act">Any of the names in <see cref="ClaimSteps"/> that need nothing else than a word or two.</param>
public sealed record PlayClaimAct(string Claim, string Act, string? Word = null, string? Other = null, TimeSpan? Within = null, bool Flag = false) : ClaimStep(Claim);

/// <summary>The seller acts on the site, or with another tool.</summary>
public sealed record SellerClaimAct(string Claim, string Act, string? Text, decimal? Percentage) : ClaimStep(Claim);

public sealed record CloseClaimAct(string Claim, string Reason, string? Benefited, string By, bool Coverage, bool Without) : ClaimStep(Claim);

/// <summary>What the claim says is something else from now on.</summary>
public sealed record ChangeClaimAct(string Claim, string? Type, string? Status, string? Reason, IReadOnlyList<string>? Actions) : ClaimStep(Claim);

/// <summary>What has to hold within some time; null: whatever.</summary>
/// <param name="Resolution">A reason, or <c>none</c>.</param>
/// <param name="Returned">Whether any money went back.</param>
/// <param name="MoneyActions">How often applications did what costs money.</param>
public sealed record ExpectClaimAct(
    string Claim, TimeSpan Within, string? Status, string? Stage, string? Type, string? Resolution, string? Reputation, bool? Returned, bool? Blocked, int? MoneyActions) : ClaimStep(Claim);

/// <summary>Time passes at once.</summary>
public sealed record PassAct(TimeSpan By) : ScenarioAct;
