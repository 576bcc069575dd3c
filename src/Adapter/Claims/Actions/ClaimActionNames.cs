using MeliBot.MercadoLibre;

namespace MeliBot.Adapter.Claims.Actions;

/// <summary>What a person may do in a claim beyond writing, and what the platform calls the right to it.</summary>
public static class ClaimActionNames
{
    public const string Refund = "refund";
    public const string PartialRefund = "partial_refund";
    public const string AllowReturn = "allow_return";
    public const string AllowReplace = "allow_replace";
    public const string OpenDispute = "open_dispute";
    public const string AddEvidence = "add_evidence";
    public const string ReviewReturn = "return_review";

    public static IReadOnlyList<string> All { get; } = [Refund, PartialRefund, AllowReturn, AllowReplace, OpenDispute, AddEvidence, ReviewReturn];

    /// <summary>The available actions of the platform's of which one allows it.</summary>
    public static IReadOnlyList<ClaimActionName> Allowing(string action) => action switch
    {
        Refund => [ClaimActionName.Refund],
        PartialRefund => [ClaimActionName.AllowPartialRefund],
        AllowReturn => [ClaimActionName.AllowReturn, ClaimActionName.AllowReturnLabel],
        AllowReplace => [ClaimActionName.AllowReplace],
        OpenDispute => [ClaimActionName.OpenDispute],
        AddEvidence => [ClaimActionName.AddShippingEvidence],
        ReviewReturn =>
        [
            ClaimActionName.ReturnReview, ClaimActionName.ReturnReviewOk, ClaimActionName.ReturnReviewFail,
            ClaimActionName.ReturnReviewUnified, ClaimActionName.ReturnReviewOkUnified, ClaimActionName.ReturnReviewFailUnified,
        ],
        _ => [],
    };

    /// <summary>It moves money or goods: the buyer gets something back.</summary>
    public static bool Costs(string action) => action is Refund or PartialRefund or AllowReturn or AllowReplace or ReviewReturn;

    /// <summary>Nothing takes it back.</summary>
    public static bool IsIrreversible(string action) => action is Refund or PartialRefund or OpenDispute or ReviewReturn;

    /// <summary>Whether the platform offers it to the account in this claim now.</summary>
    public static bool IsOffered(StoredClaim claim, string action)
    {
        ArgumentNullException.ThrowIfNull(claim);
        var allowing = Allowing(action);
        return claim.IsOpen && claim.Actions.Any(offered => allowing.Contains(offered.Action));
    }
}
