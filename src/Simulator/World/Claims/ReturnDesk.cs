namespace MeliBot.Simulator;

/// <summary>Returns and changes: what happens to the product after the parties agreed.</summary>
public sealed class ReturnDesk
{
    private readonly ClaimBook _book;
    private readonly ClaimLedger _ledger;
    private readonly FileShelf _files;
    private readonly SalesOffice _sales;
    private readonly ClaimOffice _office;

    internal ReturnDesk(ClaimBook book, ClaimLedger ledger, FileShelf files, SalesOffice sales, ClaimOffice office) =>
        (_book, _ledger, _files, _sales, _office) = (book, ledger, files, sales, office);

    /// <summary>Why a seller finds that what came back isn't right.</summary>
    public static IReadOnlyList<(string Id, string Name, string Spanish, string Portuguese)> Reasons { get; } =
    [
        ("SRF2", "product_damaged", "El producto llegó dañado", "O produto chegou danificado"),
        ("SRF3", "return_incomplete", "La devolución está incompleta", "A devolução está incompleta"),
        ("SRF4", "returned_product_different", "Devolvieron un producto distinto al que envié", "Devolveram um produto diferente do que enviei"),
        ("SRF5", "product_not_in_package", "El producto no está en el paquete", "O produto não está no pacote"),
        ("SRF6", "another_failure_with_product", "Reportar otra falla en el producto", "Informar outro problema no produto"),
        ("SRF7", "return_has_not_arrived", "Aún no me llegó", "Ainda não chegou"),
    ];

    /// <summary>The label is made; the buyer has some days to send the product.</summary>
    /// <param name="by">Whoever allowed it: the seller's application, or the platform for a return by right.</param>
    public WorldClaim Start(long id, string by = "platform", string refundAt = "delivered", string subtype = "return_total")
    {
        lock (_book.Core.Gate)
        {
            var claim = _office.Opened(id);
            if (claim.Return is { IsOpen: true }) throw new InvalidOperationException($"Claim {id} has a return under way.");
            var now = _book.Now;
            var order = claim.OrderId is { } known ? _sales.Order(known) : null;
            var full = order?.ShipmentId is { } shipment && _sales.Shipment(shipment) is { LogisticType: "fulfillment" };
            var returned = new WorldReturn
            {
                Id = _book.NextReturn(id),
                ClaimId = id,
                Subtype = subtype,
                RefundAt = refundAt,
                Shipments = [new(_book.NextShipment(), "ready_to_ship", "return", full ? "warehouse" : "seller_address", null)],
                IntermediateCheck = full,
                Created = now,
                LastUpdated = now,
            };
            var started = Act(id, returned, "generate_return", claim.BuyerRole);
            _book.Happenings.Add("claim", $"{id}: a return with a label.", by: by);
            _book.Core.After(_book.Core.Options.Claims.ShipReturnWithin, () =>
            {
                if (_book.Find(id) is { IsOpen: true, Return: { Status: ReturnStatuses.LabelGenerated } open } && open.Id == returned.Id) Move(id, ReturnStatuses.Expired);
            });
            return started;
        }
    }

    /// <summary>Any status, known to anyone or not; the platform's own have their consequences.</summary>
    public WorldClaim Move(long id, string status)
    {
        lock (_book.Core.Gate)
        {
            var claim = _book.Current(id);
            var back = claim.Return ?? throw new InvalidOperationException($"Claim {id} has no return. Allow one first.");
            var now = _book.Now;
            var moved = Act(id, back with
            {
                Status = status,
                LastUpdated = now,
                Shipments = [.. back.Shipments.Select(s => s with { Status = ShipmentStatus(status, s.Status), Tracking = s.Tracking ?? (status == ReturnStatuses.Shipped ? $"XX{s.Id % 1_000_000_000:000000000}RR" : null) })],
            }, null, claim.BuyerRole);
            _book.Happenings.Add("claim", $"{id}: the return is {status}.", by: "buyer");
            if (!moved.IsOpen) return moved;
            if (status == back.RefundAt && back.RefundAt == ReturnStatuses.Shipped)
            {
                _office.Money.GiveBackAll(moved, "platform");
                moved = _book.Set(id, c => c with { Return = c.Return! with { Money = "refunded" } }, ClaimBook.Actions);
            }

            return status switch
            {
                ReturnStatuses.Delivered => _office.Require(id, ClaimActions.ReturnReview, _book.Core.Options.Claims.ReviewWithin),
                ReturnStatuses.Expired => _office.Close(id, ResolutionReasons.ReturnExpired, moved.SellerRole, who: "platform"),
                ReturnStatuses.Cancelled => _office.Close(id, ResolutionReasons.ReturnCanceled, moved.SellerRole, moved.BuyerRole, who: "buyer"),
                _ => moved,
            };
        }
    }

    /// <summary>The warehouse has looked at the product and sends it on.</summary>
    public WorldClaim Triage(long id, string condition, string benefited)
    {
        lock (_book.Core.Gate)
        {
            var claim = _book.Current(id);
            var back = claim.Return ?? throw new InvalidOperationException($"Claim {id} has no return.");
            return Act(id, back with
            {
                IntermediateCheck = true,
                LastUpdated = _book.Now,
                Reviews = [.. back.Reviews, new("triage", "success", condition, benefited, null, null, null, _book.Now)],
                Shipments = [.. back.Shipments, new(_book.NextShipment(), "pending", "return_from_triage", "seller_address", null)],
            }, "triage", ClaimRoles.Mediator);
        }
    }

    /// <summary>The seller has looked at what came back.</summary>
    /// <param name="failure">null: all is well, and the claim ends. Otherwise one of <see cref="Reasons"/>, and a mediator decides.</param>
    public ClaimOutcome Review(long returnId, string? failure, string? message, IReadOnlyList<string> files, long user, string by)
    {
        lock (_book.Core.Gate)
        {
            var claim = _book.OfReturn(returnId);
            var action = failure is null ? ClaimActions.ReturnReviewOk : ClaimActions.ReturnReviewFail;
            var act = new ClaimAct(EffectKinds.ClaimReview, action, by, user, failure is null ? null : $"{failure} {message}".Trim(), claim is null ? null : _office.Money.At(claim) - claim.Refunded);
            if (claim is null) return new(null, new(404, "not_found_error", $"Return not found. returnId: {returnId}"));
            if (claim.SellerId != user) return new(null, _ledger.Refuse(claim.Id, act, ClaimLedger.Foreign()));
            if (!ClaimRules.May(claim, claim.SellerRole, action)) return new(null, _ledger.Refuse(claim.Id, act, new(400, "bad_request_error", $"Not valid action {action} for player role {claim.SellerRole}")));
            if (failure is not null && Reasons.All(reason => reason.Id != failure)) return new(null, _ledger.Refuse(claim.Id, act, new(400, "bad_request_error", $"Invalid reason {failure}")));
            if (_files.Take(files) is null) return new(null, _ledger.Refuse(claim.Id, act, new(400, "bad_request", $"Error retrieving uploaded file. claim_id: {claim.Id}. caller_id: {user}")));
            _ledger.Accept(claim, act);
            var reviewed = Act(claim.Id, claim.Return! with
            {
                LastUpdated = _book.Now,
                Reviews = [.. claim.Return.Reviews, new("none", "success", null, failure is null ? "buyer" : null, failure is null ? "success" : "failed", failure, message, _book.Now)],
            }, action, claim.SellerRole);
            return new(failure is null
                ? _office.Close(claim.Id, ResolutionReasons.ItemReturned, claim.BuyerRole, claim.SellerRole, who: by)
                : reviewed.Stage == ClaimStages.Dispute ? _book.Set(claim.Id, c => c with { Mandate = null }) : _office.Dispute(claim.Id, claim.SellerRole));
        }
    }

    /// <summary>The buyer took the replacement.</summary>
    internal WorldClaim StartChange(long id) => _office.Turn(
        id,
        c => c with { Type = ClaimTypes.Change, Change = new("pending", _book.Now, _book.Now, _book.Now.AddDays(3), _book.Now.AddDays(10)) },
        _book.Current(id).BuyerRole, "accept_change");

    /// <summary>Any status, known to anyone or not; <c>changed</c> ends the claim.</summary>
    public WorldClaim MoveChange(long id, string status)
    {
        lock (_book.Core.Gate)
        {
            var change = _book.Current(id).Change ?? throw new InvalidOperationException($"Claim {id} is no change.");
            var moved = _book.Set(id, c => c with { Change = change with { Status = status, LastUpdated = _book.Now } }, ClaimBook.Actions);
            return (status, moved.IsOpen) switch
            {
                ("changed", true) => _office.Close(id, ResolutionReasons.ItemChanged, moved.BuyerRole, who: "platform"),
                ("expired", true) => _office.Close(id, ResolutionReasons.ChangeExpired, moved.SellerRole, who: "platform"),
                _ => moved,
            };
        }
    }

    private WorldClaim Act(long id, WorldReturn back, string? action, string role) => _book.Set(
        id,
        c => c with { Return = back, ActionsTaken = action is null ? c.ActionsTaken : [.. c.ActionsTaken, new(action, role, c.Stage, c.Status, _book.Now)] });

    private static string ShipmentStatus(string status, string was) => status switch
    {
        ReturnStatuses.LabelGenerated => "ready_to_ship",
        ReturnStatuses.Expired or ReturnStatuses.Failed => "cancelled",
        ReturnStatuses.Shipped or ReturnStatuses.Delivered or ReturnStatuses.Cancelled or ReturnStatuses.NotDelivered => status,
        _ => was,
    };
}
