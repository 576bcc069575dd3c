namespace MeliBot.Simulator;

/// <summary>Plays the claims of a scenario: buyers, mediators, warehouses and the seller elsewhere.</summary>
internal sealed class ClaimCast(World world)
{
    private readonly Dictionary<string, long> _opened = new(StringComparer.Ordinal);

    /// <summary>The scenario's keys and the ids that the claims got.</summary>
    public IReadOnlyDictionary<string, long> Opened
    {
        get
        {
            lock (world.Core.Gate) return new Dictionary<string, long>(_opened, StringComparer.Ordinal);
        }
    }

    public bool Has(string key)
    {
        lock (world.Core.Gate) return _opened.ContainsKey(key);
    }

    public void Open(string key, NewClaim wish)
    {
        // Both under one lock, so that whoever waits for the key finds it with the claim.
        lock (world.Core.Gate) _opened[key] = world.Claims.Open(wish).Id;
    }

    public void Play(ClaimStep act)
    {
        var claims = world.Claims;
        var id = _opened[act.Claim];
        switch (act)
        {
            case WriteClaimAct write:
                claims.Talk.Write(id, write.As, write.Text, answerWithin: write.AnswerWithin, moderated: write.Moderated);
                break;
            case CloseClaimAct close:
                claims.Close(id, close.Reason, close.Benefited, close.By, close.Coverage, close.Without, close.By == ClaimRoles.Complainant ? "buyer" : "mediator");
                break;
            case SellerClaimAct seller:
                claims.Elsewhere(id, seller.Act, seller.Text, seller.Percentage);
                break;
            case ChangeClaimAct change:
                claims.Change(id, claim => claim with
                {
                    Type = change.Type ?? claim.Type,
                    Status = change.Status ?? claim.Status,
                    ReasonId = change.Reason == "none" ? null : change.Reason ?? claim.ReasonId,
                    SellerActions = change.Actions is { } actions ? [.. actions.Select(action => new WorldClaimAction(action))] : claim.SellerActions,
                });
                break;
            case PlayClaimAct play:
                Play(claims, id, play);
                break;
        }
    }

    private void Play(ClaimOffice claims, long id, PlayClaimAct play)
    {
        switch (play.Act)
        {
            case "dispute":
                claims.Dispute(id);
                break;
            case "reopen":
                claims.Reopen(id);
                break;
            case "stage":
                claims.SetStage(id, play.Word!);
                break;
            case "require":
                claims.Require(id, play.Word!, play.Within, play.Other);
                break;
            case "answer offer":
                claims.Solutions.Answer(id, play.Flag);
                break;
            case "start return":
                claims.Returns.Start(id);
                break;
            case "move return":
                claims.Returns.Move(id, play.Word!);
                break;
            case "triage":
                claims.Returns.Triage(id, play.Word!, play.Other!);
                break;
            case "move change":
                claims.Returns.MoveChange(id, play.Word!);
                break;
            case "reputation":
                claims.SetReputation(id, new(play.Word!));
                break;
            case "repeat claim":
                world.RepeatClaimNotice(id);
                break;
            default:
                claims.Touch(id);
                break;
        }
    }

    /// <summary>What doesn't hold; empty when all does.</summary>
    public IReadOnlyList<string> Missing(ExpectClaimAct expect)
    {
        if (!Has(expect.Claim) || world.Claims.Find(_opened[expect.Claim]) is not { } claim) return [$"\"{expect.Claim}\" was never opened"];
        var wrong = new List<string>();
        void Same(string what, string? wanted, string? found)
        {
            if (wanted is not null && wanted != found) wrong.Add($"{what} is {found ?? "none"}, not {wanted}");
        }

        Same("status", expect.Status, claim.Status);
        Same("stage", expect.Stage, claim.Stage);
        Same("type", expect.Type, claim.Type);
        Same("resolution", expect.Resolution, claim.Resolution?.Reason ?? "none");
        Same("reputation", expect.Reputation, claim.Reputation.Affects);
        if (expect.Returned is { } returned && returned != claim.Refunded > 0) wrong.Add(returned ? "no money went back" : $"{claim.Refunded} went back");
        if (expect.Blocked is { } blocked && blocked != (claim.Conversation is { } sale && world.Claims.OpenOf(sale).Count > 0)) wrong.Add(blocked ? "the sale's messages are open" : "the sale's messages are blocked");
        var money = world.Journal.MoneyActions(ClaimBook.Text(claim.Id)).Count;
        if (expect.MoneyActions is { } wantedActs && money != wantedActs) wrong.Add($"{money} acts cost money, not {wantedActs}");
        return wrong;
    }
}
