namespace MeliBot.Simulator;

/// <summary>Claims from their opening to their end, and again where one is reopened.</summary>
public sealed class ClaimOffice
{
    private readonly WorldCore _core;
    private readonly Registry _registry;
    private readonly SalesOffice _sales;
    private readonly ClaimBook _book;
    private readonly ClaimLedger _ledger;

    internal ClaimOffice(WorldCore core, Registry registry, SalesOffice sales, MessageBoard messages, Journal journal, Happenings happenings, NoticeOffice notices)
    {
        (_core, _registry, _sales) = (core, registry, sales);
        _book = new(core, notices, journal, happenings) { Missed = Missed };
        _ledger = new(_book);
        Files = new(core);
        Money = new(_book, sales, this);
        Talk = new(_book, _ledger, Files);
        Returns = new(_book, _ledger, Files, sales, this);
        Solutions = new(_book, _ledger, Files, this);
        messages.OpenClaims = _book.OpenOf;
    }

    /// <summary>What is written in them.</summary>
    public ClaimTalk Talk { get; }

    /// <summary>How they are solved.</summary>
    public ClaimSolutions Solutions { get; }

    /// <summary>What comes back of them.</summary>
    public ReturnDesk Returns { get; }

    /// <summary>Files of their messages, evidences and reviews.</summary>
    public FileShelf Files { get; }

    internal ClaimMoney Money { get; }

    public IReadOnlyList<WorldClaim> All => _book.All();

    public WorldClaim? Find(long id, TimeSpan lag = default) => _book.Find(id, lag);

    /// <summary>The open claims of a sale: while there is one, its messages are blocked.</summary>
    public IReadOnlyList<long> OpenOf(long conversation) => _book.OpenOf(conversation);

    /// <summary>What this player may do, and must.</summary>
    public static IReadOnlyList<WorldClaimAction> ActionsOf(WorldClaim claim, string role) => ClaimRules.ActionsOf(claim, role);

    internal IReadOnlyList<WorldClaim> AllAt(TimeSpan lag) => _book.All(lag);

    internal WorldClaim? OfReturn(long id, TimeSpan lag) => _book.OfReturn(id, lag);

    /// <exception cref="InvalidOperationException">It can't be opened; the message says why.</exception>
    public WorldClaim Open(NewClaim wish)
    {
        lock (_core.Gate)
        {
            var order = wish.OrderId is { } id ? _sales.Order(id) : null;
            if (order is null && (wish.SellerId is null || wish.BuyerId is null))
                throw new InvalidOperationException(wish.OrderId is { } none ? $"There is no order {none}. To open a claim without one, name seller and buyer." : "Name the order, or seller and buyer.");
            var claim = ClaimOpening.Write(wish, _book.NextId(), order, wish.SellerId is { } named ? _registry.FindUser(named)?.SiteId : null, _core.Options.Claims, _core.Now);
            if (wish.Text is { Length: > 0 } && !ClaimTalk.CanWrite(claim, ClaimRoles.Complainant))
                throw new InvalidOperationException($"In stage {claim.Stage} of a {claim.Type} the complainant can't write. Leave the text out.");
            _book.Add(claim);
            if (claim.Mandate is { } mandate) _book.Watch(claim.Id, mandate);
            WatchIncentive(claim);
            _book.Journal.Effect(EffectKinds.ClaimOpened, ClaimBook.Text(claim.Id), null, claim.SellerComplains ? "elsewhere" : "buyer", claim.UserOf(ClaimRoles.Complainant), wish.Text);
            _book.Happenings.Add("claim", $"{claim.Id} was opened: {claim.Type}, {claim.ReasonId ?? "no reason"}.", by: claim.SellerComplains ? "elsewhere" : "buyer");
            Tag(claim);
            return wish.Text is { Length: > 0 } text ? Talk.Write(claim.Id, ClaimRoles.Complainant, text) : claim;
        }
    }

    /// <summary>Buyer or mediator takes the claim to the mediator; the seller does it by <see cref="ClaimSolutions.OpenDispute"/>.</summary>
    public WorldClaim Dispute(long id, string by = ClaimRoles.Complainant)
    {
        lock (_core.Gate)
        {
            var claim = Opened(id);
            if (claim.Stage == ClaimStages.Dispute) throw new InvalidOperationException($"Claim {id} is in dispute already.");
            return Turn(id, c => c with { Stage = ClaimStages.Dispute, MediatorId = c.MediatorId ?? ClaimOpening.Mediator, Mandate = null }, by, ClaimActions.OpenDispute);
        }
    }

    /// <summary>Any stage, known to anyone or not.</summary>
    public WorldClaim SetStage(long id, string stage, string by = ClaimRoles.Mediator)
    {
        lock (_core.Gate)
        {
            return Turn(
                id,
                c => c with { Stage = stage, MediatorId = stage is ClaimStages.Dispute or ClaimStages.Recontact ? c.MediatorId ?? ClaimOpening.Mediator : c.MediatorId, Mandate = c.Stage == stage ? c.Mandate : null },
                by, null);
        }
    }

    /// <summary>Somebody has to do something by a date; whoever had to before, hasn't any more.</summary>
    /// <param name="within">Until then; negative: it should have been done before.</param>
    public WorldClaim Require(long id, string action, TimeSpan? within = null, string? role = null)
    {
        lock (_core.Gate)
        {
            Opened(id);
            return _book.Set(id, c => c with { Mandate = new(role ?? c.SellerRole, action, _core.Now + (within ?? _core.Options.Claims.RespondWithin)) }, ClaimBook.Actions);
        }
    }

    /// <summary>The claim ends; the money goes back where the reason says so and Mercado Libre doesn't pay.</summary>
    /// <param name="by">The role that closes it.</param>
    /// <param name="without">It closes with <c>resolution: null</c>.</param>
    public WorldClaim Close(long id, string reason, string? benefited = null, string by = ClaimRoles.Mediator, bool coverage = false, bool without = false, string who = "mediator")
    {
        lock (_core.Gate)
        {
            var claim = Opened(id);
            var paysBack = ResolutionReasons.PaysBack(reason) && !without;
            var winner = benefited ?? (paysBack || reason == ResolutionReasons.PartialRefunded ? claim.BuyerRole : claim.SellerRole);
            if (paysBack && !coverage && winner == claim.BuyerRole) Money.GiveBackAll(claim, who);
            var closed = Turn(
                id,
                c => c with
                {
                    Status = ClaimStatuses.Closed,
                    Mandate = null,
                    Resolution = without ? null : new(reason, _core.Now, [winner], by, coverage),
                    Expectations = [.. c.Expectations.Select(e => e.Status == "pending" ? e with { Status = "rejected", LastUpdated = _core.Now } : e)],
                    Return = c.Return is { IsOpen: true } open ? open with { Closed = _core.Now, LastUpdated = _core.Now, Money = paysBack ? "refunded" : "available" } : c.Return,
                },
                by, "close_claim");
            closed = _book.Set(id, c => c with { Reputation = ClaimReputation.AtEnd(c, _core.Now) }, null);
            _book.Happenings.Add("claim", $"{id} was closed: {(without ? "no resolution" : reason)}.", by: who);
            Tag(closed);
            return closed;
        }
    }

    /// <summary>Closed and open again, as happens; the seller has to act anew.</summary>
    public WorldClaim Reopen(long id, string? stage = null)
    {
        lock (_core.Gate)
        {
            if (_book.Current(id).IsOpen) throw new InvalidOperationException($"Claim {id} is open.");
            var reopened = Turn(
                id,
                c =>
                {
                    var open = c with { Status = ClaimStatuses.Opened, Resolution = null, Stage = stage ?? c.Stage };
                    return open with { Mandate = ClaimRules.FirstMandate(open) is { } action ? new(open.SellerRole, action, _core.Now + _core.Options.Claims.RespondWithin) : null };
                },
                ClaimRoles.Mediator, "reopen_claim");
            _book.Happenings.Add("claim", $"{id} was reopened.", by: "mediator");
            Tag(reopened);
            return reopened;
        }
    }

    /// <summary>The seller acts on the site, or with another tool.</summary>
    /// <param name="action"><c>write</c>, <c>refund</c>, <c>partial-refund</c>, <c>allow-return</c>, <c>allow-replace</c>, <c>open-dispute</c> or <c>review</c>.</param>
    public WorldClaim Elsewhere(long id, string action, string? text = null, decimal? percentage = null)
    {
        const string By = "elsewhere";
        var claim = _book.Current(id);
        var outcome = action switch
        {
            "write" => Talk.WriteElsewhere(id, text ?? ""),
            "refund" => Solutions.Refund(id, claim.SellerId, By),
            "partial-refund" => Solutions.OfferPartialRefund(id, percentage, claim.SellerId, By),
            "allow-return" => Solutions.AllowReturn(id, claim.SellerId, By),
            "allow-replace" => Solutions.AllowReplace(id, claim.SellerId, By),
            "open-dispute" => Solutions.OpenDispute(id, claim.SellerId, By),
            // With a text it is a failure, named by its reason: "SRF2 it came broken".
            "review" => Returns.Review(claim.Return?.Id ?? 0, text?.Split(' ', 2)[0], text?.Split(' ', 2).ElementAtOrDefault(1), [], claim.SellerId, By),
            _ => throw new InvalidOperationException($"The seller can't do \"{action}\" elsewhere; write, refund, partial-refund, allow-return, allow-replace, open-dispute and review are there."),
        };
        return outcome.Claim ?? throw new InvalidOperationException($"{outcome.Refusal!.Error}: {outcome.Refusal.Message}");
    }

    public WorldClaim SetReputation(long id, WorldReputation reputation) => _book.Set(id, c => c with { Reputation = reputation });

    /// <summary>Anything else of a claim.</summary>
    public WorldClaim Change(long id, Func<WorldClaim, WorldClaim> change) => _book.Set(id, change);

    /// <summary>An internal change: nothing to see, a notice all the same.</summary>
    public WorldClaim Touch(long id) => _book.Set(id, c => c);

    /// <summary>Stage or status turn, with both histories.</summary>
    internal WorldClaim Turn(long id, Func<WorldClaim, WorldClaim> change, string by, string? action) => _book.Set(id, before =>
    {
        var after = change(before);
        return after with
        {
            StatusChanges = (after.Stage, after.Status) == (before.Stage, before.Status) ? after.StatusChanges : [.. after.StatusChanges, new(after.Stage, after.Status, _core.Now, by)],
            ActionsTaken = action is null ? after.ActionsTaken : [.. after.ActionsTaken, new(action, by, before.Stage, before.Status, _core.Now)],
        };
    });

    internal WorldClaim Opened(long id) =>
        _book.Current(id) is { IsOpen: true } claim ? claim : throw new InvalidOperationException($"Claim {id} is closed. Reopen it first.");

    private void Missed(WorldClaim claim, WorldMandate mandate)
    {
        _book.Journal.Effect(EffectKinds.MandateMissed, ClaimBook.Text(claim.Id), null, "platform", claim.UserOf(mandate.Role), mandate.Action);
        if (mandate.Action == ClaimActions.ReturnReview) Close(claim.Id, ResolutionReasons.ItemReturned, claim.BuyerRole, who: "platform");
        else if (mandate.Role == claim.SellerRole) Close(claim.Id, ResolutionReasons.RespondentTimeout, claim.BuyerRole, who: "platform");
        else Close(claim.Id, ResolutionReasons.Timeout, claim.SellerRole, who: "platform");
    }

    private void WatchIncentive(WorldClaim claim)
    {
        if (claim.Reputation.Due is not { } due) return;
        void Lapse()
        {
            if (Find(claim.Id) is { IsOpen: true, Reputation: { Incentive: true } reputation } && reputation.Due == due) _book.Set(claim.Id, c => c with { Reputation = new(reputation.Affects) });
        }

        if (due <= _core.Now) Lapse();
        else _core.After(due - _core.Now, Lapse);
    }

    // The order says it too, in its tags and among its mediations.
    private void Tag(WorldClaim claim)
    {
        if (claim.OrderId is not { } order) return;
        _sales.Change(order, o => o with
        {
            Mediations = o.Mediations.Contains(claim.Id) ? o.Mediations : [.. o.Mediations, claim.Id],
            Tags = [.. o.Tags.Where(tag => tag is not ("claim_opened" or "claim_closed")), claim.IsOpen ? "claim_opened" : "claim_closed"],
        });
    }
}
