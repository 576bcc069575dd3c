namespace MeliBot.Simulator;

/// <summary>What the seller may do to solve a claim, each only where <c>available_actions</c> has it; and the buyer's yes or no.</summary>
public sealed class ClaimSolutions
{
    /// <summary>What a partial refund without percentage is.</summary>
    public const decimal UsualPercentage = 50;

    private static readonly string[] Methods = ["mail", "entrusted", "personal_delivery", "email"];

    private readonly ClaimBook _book;
    private readonly ClaimLedger _ledger;
    private readonly FileShelf _files;
    private readonly ClaimOffice _office;

    internal ClaimSolutions(ClaimBook book, ClaimLedger ledger, FileShelf files, ClaimOffice office) => (_book, _ledger, _files, _office) = (book, ledger, files, office);

    /// <summary>The parts of the price that may be offered: never all of it.</summary>
    public static IReadOnlyList<decimal> Percentages { get; } = [10, 20, 30, 40, 50, 60, 70, 80, 90];

    /// <summary>All the money goes back, and the claim ends. Nothing takes it back.</summary>
    public ClaimOutcome Refund(long id, long user, string by)
    {
        lock (_book.Core.Gate)
        {
            var claim = _book.Find(id);
            var act = Act(EffectKinds.ClaimRefund, ClaimActions.Refund, user, by, claim is null ? null : _office.Money.At(claim) - claim.Refunded);
            if (_ledger.Objection(claim, id, act) is { } no) return new(null, no);
            _ledger.Accept(claim!, act);
            Propose(claim!, ExpectedResolutions.Refund, "accepted", null, null, ClaimActions.Refund, by);
            return new(_office.Close(id, ResolutionReasons.PaymentRefunded, claim!.BuyerRole, claim.SellerRole, who: by));
        }
    }

    /// <summary>A part of the money is offered; it moves when the buyer takes the offer.</summary>
    /// <param name="percentage">null: <see cref="UsualPercentage"/>.</param>
    public ClaimOutcome OfferPartialRefund(long id, decimal? percentage, long user, string by)
    {
        lock (_book.Core.Gate)
        {
            var claim = _book.Find(id);
            var part = percentage ?? UsualPercentage;
            var amount = claim is null ? (decimal?)null : _office.Money.Part(claim, part);
            var act = Act(EffectKinds.ClaimPartialRefund, ClaimActions.AllowPartialRefund, user, by, amount) with { Text = $"{part:0.##}%", NotAvailable = "bad_request" };
            if (_ledger.Objection(claim, id, act) is { } no) return new(null, no);
            if (!Percentages.Contains(part))
                return new(null, _ledger.Refuse(id, act, new(400, "error checking configuration percentage", FormattableString.Invariant($"Percentage not found {part:0.0##}"))));
            _ledger.Accept(claim!, act);
            return new(Propose(claim!, ExpectedResolutions.PartialRefund, "pending", part, amount, ClaimActions.AllowPartialRefund, by));
        }
    }

    /// <summary>The product may come back: the buyer gets a label.</summary>
    public ClaimOutcome AllowReturn(long id, long user, string by)
    {
        lock (_book.Core.Gate)
        {
            var claim = _book.Find(id);
            var act = Act(EffectKinds.ClaimReturn, ClaimActions.AllowReturn, user, by, claim is null ? null : _office.Money.At(claim) - claim.Refunded);
            if (_ledger.Objection(claim, id, act) is { } no) return new(null, no);
            _ledger.Accept(claim!, act);
            Propose(claim!, ExpectedResolutions.ReturnProduct, "accepted", null, null, ClaimActions.AllowReturn, by);
            return new(_office.Returns.Start(id, by));
        }
    }

    /// <summary>Another product is proposed; when the buyer takes it, the claim becomes a change.</summary>
    public ClaimOutcome AllowReplace(long id, long user, string by)
    {
        lock (_book.Core.Gate)
        {
            var claim = _book.Find(id);
            var act = Act(EffectKinds.ClaimReplace, ClaimActions.AllowReplace, user, by, claim is null ? null : _office.Money.At(claim));
            if (_ledger.Objection(claim, id, act) is { } no) return new(null, no);
            _ledger.Accept(claim!, act);
            return new(Propose(claim!, ExpectedResolutions.ChangeProduct, "pending", null, null, ClaimActions.AllowReplace, by));
        }
    }

    public ClaimOutcome OpenDispute(long id, long user, string by)
    {
        lock (_book.Core.Gate)
        {
            var claim = _book.Find(id);
            var act = Act(EffectKinds.ClaimDispute, ClaimActions.OpenDispute, user, by, null);
            if (_ledger.Objection(claim, id, act) is { } no) return new(null, no);
            _ledger.Accept(claim!, act);
            return new(_office.Dispute(id, claim!.SellerRole));
        }
    }

    /// <summary>Proof that it was sent, or a promise when it will be.</summary>
    public ClaimOutcome AddEvidence(long id, WorldEvidence evidence, IReadOnlyList<string> files, long user, string by)
    {
        lock (_book.Core.Gate)
        {
            var claim = _book.Find(id);
            var promise = evidence.Type == "handling_shipping_evidence";
            var act = Act(EffectKinds.ClaimEvidence, promise ? ClaimActions.SendPotentialShipping : ClaimActions.AddShippingEvidence, user, by, null) with { Text = evidence.Tracking ?? evidence.Handling ?? evidence.Type };
            if (_ledger.Objection(claim, id, act) is { } no) return new(null, no);
            if (Fault(evidence, promise) is { } fault) return new(null, _ledger.Refuse(id, act, new(400, "bad_request_error", fault)));
            if (_files.Take(files) is not { } taken)
                return new(null, _ledger.Refuse(id, act, new(400, "business_logic_error", $"Attachment not found [claim: {id} - fileName: {files.FirstOrDefault(file => _files.Content(file) is null)}]")));
            _ledger.Accept(claim!, act);
            return new(_book.Set(
                id,
                c => c with
                {
                    Evidences = [.. c.Evidences, evidence with { Files = taken }],
                    Mandate = Done(c),
                    ActionsTaken = [.. c.ActionsTaken, new(act.Action, c.SellerRole, c.Stage, c.Status, _book.Now)],
                },
                ClaimBook.Actions));
        }
    }

    /// <summary>The buyer says yes or no to what the seller offered last.</summary>
    public WorldClaim Answer(long id, bool accept)
    {
        lock (_book.Core.Gate)
        {
            var claim = _office.Opened(id);
            var offer = claim.Expectations.LastOrDefault(e => e.Role == claim.SellerRole && e.Status == "pending") ?? throw new InvalidOperationException($"In claim {id} the seller has offered nothing that waits for an answer.");
            var answered = _book.Set(
                id,
                c => c with
                {
                    Expectations = [.. c.Expectations.Select(e => e == offer ? e with { Status = accept ? "accepted" : "rejected", LastUpdated = _book.Now } : e)],
                    Mandate = accept ? null : new(c.SellerRole, ClaimActions.SendMessageToComplainant, _book.Now + _book.Core.Options.Claims.RespondWithin),
                    ActionsTaken = [.. c.ActionsTaken, new(accept ? "accept_resolution" : "reject_resolution", c.BuyerRole, c.Stage, c.Status, _book.Now)],
                },
                ClaimBook.Actions);
            _book.Happenings.Add("claim", $"{id}: the buyer {(accept ? "takes" : "refuses")} {offer.Resolution}.", by: "buyer");
            if (!accept) return answered;
            switch (offer.Resolution)
            {
                case ExpectedResolutions.PartialRefund:
                    _office.Money.GiveBack(answered, offer.Amount ?? 0, offer.By);
                    return _office.Close(id, ResolutionReasons.PartialRefunded, answered.BuyerRole, answered.SellerRole, who: "buyer");
                default:
                    return _office.Returns.StartChange(id);
            }
        }
    }

    private WorldClaim Propose(WorldClaim claim, string resolution, string status, decimal? percentage, decimal? amount, string action, string by)
    {
        var now = _book.Now;
        return _book.Set(
            claim.Id,
            c => c with
            {
                // Who agrees to what was wished for, fulfils the wish; who offers something else leaves it as it is until the buyer has answered.
                Expectations =
                [
                    .. c.Expectations.Select(e => e.Status != "pending" || e.Role != c.BuyerRole || status != "accepted" ? e : e with { Status = e.Resolution == resolution ? "accepted" : "rejected", LastUpdated = now }),
                    new(c.SellerRole, c.SellerId, resolution, status, percentage, amount, now, now, by),
                ],
                Mandate = status == "pending" ? new(c.BuyerRole, ClaimActions.SendMessageTo(c.SellerRole), now + _book.Core.Options.Claims.ComplainantWithin) : Done(c),
                ActionsTaken = [.. c.ActionsTaken, new(action, c.SellerRole, c.Stage, c.Status, now)],
            },
            ClaimBook.Actions);
    }

    private static WorldMandate? Done(WorldClaim claim) => claim.Mandate?.Role == claim.SellerRole ? null : claim.Mandate;

    private static string? Fault(WorldEvidence evidence, bool promise)
    {
        if (promise) return DateTimeOffset.TryParse(evidence.Handling, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal, out _) ? null : "handling_date is required";
        if (evidence.Type != "shipping_evidence") return $"Invalid evidence type {evidence.Type}";
        if (evidence.Method is null || !Methods.Contains(evidence.Method, StringComparer.Ordinal)) return $"Invalid shipping_method {evidence.Method}";
        return evidence.Method == "mail" && evidence.Tracking is null ? "tracking_number is required" : null;
    }

    private static ClaimAct Act(string kind, string action, long user, string by, decimal? amount) => new(kind, action, by, user, Amount: amount);
}
