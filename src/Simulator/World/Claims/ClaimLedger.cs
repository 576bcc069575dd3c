namespace MeliBot.Simulator;

/// <summary>One act of a seller, or of whoever acts for one: what it is called where, and what the journal says of it.</summary>
/// <param name="Kind">One of <see cref="EffectKinds"/>.</param>
/// <param name="By"><c>app:{id}</c> or <c>elsewhere</c>.</param>
internal sealed record ClaimAct(string Kind, string Action, string By, long UserId, string? Text = null, decimal? Amount = null, string NotAvailable = "bad_request_error");

/// <summary>Asks whether an act may be, and writes down that it was, or why not.</summary>
internal sealed class ClaimLedger(ClaimBook book)
{
    /// <summary>The act isn't there because of the stage, not for any other reason.</summary>
    public const string StageForbids = "stage_forbids";

    /// <summary>Null: it may be.</summary>
    public Refusal? Objection(WorldClaim? claim, long claimId, ClaimAct act, bool stageForbids = false)
    {
        var refusal = claim is null ? Missing()
            : claim.SellerId != act.UserId ? Foreign()
            : ClaimRules.May(claim, claim.SellerRole, act.Action) ? null
            : new Refusal(400, act.NotAvailable, $"Action {act.Action} not available for player");
        return refusal is null ? null : Refuse(claimId, act, refusal, stageForbids && claim is not null && claim.SellerId == act.UserId ? StageForbids : null);
    }

    /// <param name="why">For the journal, where the platform's code doesn't say it.</param>
    public Refusal Refuse(long claimId, ClaimAct act, Refusal refusal, string? why = null)
    {
        book.Journal.Effect(act.Kind, ClaimBook.Text(claimId), why ?? refusal.Error, act.By, act.UserId, act.Text ?? act.Action, act.Amount);
        return refusal;
    }

    public void Accept(WorldClaim claim, ClaimAct act)
    {
        book.Journal.Effect(act.Kind, ClaimBook.Text(claim.Id), null, act.By, act.UserId, act.Text ?? act.Action, act.Amount);
        book.Happenings.Add("claim", $"{claim.Id}: {act.Action}{(act.Amount is { } amount ? $" {amount}" : "")}{(act.Text is null ? "" : $": {act.Text}")}", by: act.By);
    }

    public static Refusal Missing() => new(404, "business_logic_error", "Resource not found");

    public static Refusal Foreign() => new(403, "forbidden_error", "You don't have permission to access the resource");
}
