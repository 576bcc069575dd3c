namespace MeliBot.Simulator;

/// <summary>The messages of claims: to the other party while they talk, to the mediator alone in a dispute.</summary>
public sealed class ClaimTalk
{
    private readonly ClaimBook _book;
    private readonly ClaimLedger _ledger;
    private readonly FileShelf _files;

    internal ClaimTalk(ClaimBook book, ClaimLedger ledger, FileShelf files) => (_book, _ledger, _files) = (book, ledger, files);

    /// <summary>What the seller sees, newest first: none of the others' messages that moderation took.</summary>
    public static IReadOnlyList<WorldClaimMessage> SeenBySeller(WorldClaim claim) =>
        [.. claim.Messages.Where(message => message.Sender == claim.SellerRole || message.Status != "moderated").Reverse()];

    /// <summary>Whether the stage lets this role, which isn't the seller's, write to anybody.</summary>
    internal static bool CanWrite(WorldClaim claim, string role) => role != claim.SellerRole && ClaimRules.May(claim, role, ClaimActions.SendMessageTo(Receiver(claim, role)));

    /// <summary>The buyer or the mediator writes. A mediator may write HTML, and may want an answer.</summary>
    /// <param name="to">null: whom the stage allows.</param>
    /// <param name="answerWithin">The seller has to answer within that time; null: where the parties talk the platform's, else not.</param>
    public WorldClaim Write(long id, string role, string text, string? to = null, IReadOnlyList<string>? files = null, TimeSpan? answerWithin = null, bool moderated = false)
    {
        lock (_book.Core.Gate)
        {
            var claim = _book.Current(id);
            if (!claim.IsOpen) throw new InvalidOperationException($"Claim {id} is closed. Reopen it first.");
            var receiver = to ?? Receiver(claim, role);
            if (role == claim.SellerRole) throw new InvalidOperationException("The seller writes by the API, or elsewhere.");
            if (!ClaimRules.May(claim, role, ClaimActions.SendMessageTo(receiver))) throw new InvalidOperationException($"In stage {claim.Stage} of a {claim.Type} the {role} can't write to the {receiver}.");
            var taken = _files.Take(files ?? []) ?? throw new InvalidOperationException("A file of the message was never uploaded, or was deleted.");
            var by = role == ClaimRoles.Mediator ? "mediator" : "buyer";
            var wanted = receiver == claim.SellerRole && !moderated ? answerWithin ?? (claim.Stage == ClaimStages.Claim ? _book.Core.Options.Claims.RespondWithin : null) : null;
            var action = claim.Stage == ClaimStages.Dispute ? ClaimActions.SendMessageToMediator : ClaimActions.SendMessageToComplainant;
            var written = Add(
                claim,
                Message(claim, role, receiver, text, taken, by) with { Status = moderated ? "moderated" : "available", Moderation = moderated ? "rejected" : "clean" },
                // Whoever has to answer already keeps the date.
                wanted is { } within && claim.Mandate?.Role != claim.SellerRole ? new(claim.SellerRole, action, _book.Now + within) : claim.Mandate?.Role == role ? null : claim.Mandate);
            _book.Journal.Effect(EffectKinds.ClaimMessageIn, ClaimBook.Text(id), null, by, written.UserOf(role), text);
            _book.Happenings.Add("claim", $"{id}: {text}", by: by);
            return written;
        }
    }

    /// <summary>The seller writes, by the API or elsewhere.</summary>
    /// <param name="receiver">The role it is for.</param>
    public ClaimOutcome Send(long id, string receiver, string text, IReadOnlyList<string> files, long user, string by)
    {
        lock (_book.Core.Gate)
        {
            var claim = _book.Find(id);
            var act = new ClaimAct(EffectKinds.ClaimMessage, ClaimActions.SendMessageTo(receiver), by, user, text);
            if (_ledger.Objection(claim, id, act, claim is { IsOpen: true } && ClaimRules.StageForbids(claim, receiver)) is { } no) return new(null, no);
            if (text.Length == 0 && files.Count == 0) return new(null, _ledger.Refuse(id, act, new(400, "bad_request_error", "message is required")));
            if (files.FirstOrDefault(file => _files.Content(file) is null) is { } unknown)
                return new(null, _ledger.Refuse(id, act, new(400, "business_logic_error", $"Attachment not found [claim: {id} - fileName: {unknown}]")));

            var reason = claim!.ModerateNext ?? (_book.Core.Options.Moderation.Messages ? MessageModeration.Reason(text) : null);
            var message = Message(claim, claim.SellerRole, receiver, text, _files.Take(files)!, by);
            if (reason is not null) message = message with { Status = "moderated", Moderation = "rejected", Reason = reason };
            // A message that nobody gets answers nobody.
            var mandate = reason is not null || claim.Mandate is { } due && due.Role == claim.SellerRole && due.Action != act.Action ? claim.Mandate
                : claim.Stage == ClaimStages.Claim ? new(claim.BuyerRole, ClaimActions.SendMessageTo(claim.SellerRole), _book.Now + _book.Core.Options.Claims.ComplainantWithin)
                : null;
            _ledger.Accept(claim, act);
            return new(Add(claim with { ModerateNext = null }, message, mandate));
        }
    }

    /// <summary>The seller writes on the site.</summary>
    public ClaimOutcome WriteElsewhere(long id, string text)
    {
        var claim = _book.Current(id);
        return Send(id, claim.Stage == ClaimStages.Dispute ? ClaimRoles.Mediator : claim.BuyerRole, text, [], claim.SellerId, "elsewhere");
    }

    /// <summary>Whom a role writes to when it doesn't say.</summary>
    private static string Receiver(WorldClaim claim, string role) => role switch
    {
        ClaimRoles.Mediator => claim.SellerRole,
        _ when claim.Stage == ClaimStages.Dispute => ClaimRoles.Mediator,
        ClaimRoles.Complainant => ClaimRoles.Respondent,
        _ => ClaimRoles.Complainant,
    };

    private WorldClaim Add(WorldClaim claim, WorldClaimMessage message, WorldMandate? mandate) => _book.Set(
        claim.Id,
        c => c with
        {
            Messages = [.. c.Messages, message],
            ModerateNext = claim.ModerateNext,
            Mandate = mandate,
            ActionsTaken = [.. c.ActionsTaken, new(ClaimActions.SendMessageTo(message.Receiver), message.Sender, c.Stage, c.Status, _book.Now)],
        },
        ClaimBook.Actions);

    private WorldClaimMessage Message(WorldClaim claim, string sender, string receiver, string text, IReadOnlyList<WorldFile> files, string by) => new()
    {
        Index = claim.Messages.Count,
        Hash = $"{claim.Id}_{claim.Messages.Count}_{_book.Core.Uuid()}",
        Sender = sender,
        Receiver = receiver,
        Text = text,
        Stage = claim.Stage,
        Files = files,
        Repeated = claim.Messages.Any(earlier => earlier.Sender == sender && earlier.Text == text),
        Created = _book.Now,
        By = by,
    };
}
