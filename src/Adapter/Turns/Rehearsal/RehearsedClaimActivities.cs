using System.Globalization;
using MeliBot.Adapter.Claims;
using MeliBot.Delivery.Conversations;
using MeliBot.MercadoLibre;

namespace MeliBot.Adapter.Turns;

/// <summary>The entries of a rehearsed claim, made as production makes them.</summary>
internal sealed class RehearsedClaimActivities(RehearsedClaimTurn turn, ClaimActivities activities)
{
    private readonly StoredClaim _claim = Of(turn);

    public ActivityEntry Written(string text, DateTimeOffset at, int number) =>
        activities.Message(Message(turn.Sender, text, at, number), _claim, null, ActivityTurn.Pending, at);

    public ActivityEntry Answered(string text, DateTimeOffset at, int number) =>
        activities.Message(Message(ClaimRole.Respondent.Value!, text, at, number), _claim, "bot", ActivityTurn.None, at);

    public ActivityEntry Happened(string name, DateTimeOffset at) => activities.Event(new ClaimHappening(name, name, at, null, Wants: true), _claim, ActivityTurn.Pending, at);

    private static ClaimMessage Message(string sender, string text, DateTimeOffset at, int number) => new()
    {
        SenderRole = ClaimRole.From(sender),
        Message = text,
        DateCreated = at,
        Hash = string.Create(CultureInfo.InvariantCulture, $"rehearsed{number}"),
        Stage = default,
    };

    private static StoredClaim Of(RehearsedClaimTurn turn) => new()
    {
        Account = turn.Account,
        Id = turn.Id,
        SeenAt = turn.At,
        Claim = new Claim
        {
            Id = turn.Id,
            Type = turn.Claim.Type is { } type ? ClaimType.From(type) : default,
            Stage = turn.Claim.Stage is { } stage ? ClaimStage.From(stage) : default,
            Status = turn.Claim.Closed ? ClaimStatus.Closed : ClaimStatus.Opened,
            SiteId = turn.Site,
            Players =
            [
                new ClaimPlayer { Role = ClaimRole.Complainant, Type = ClaimPlayerType.Buyer, UserId = turn.Buyer },
                new ClaimPlayer { Role = ClaimRole.Respondent, Type = ClaimPlayerType.Seller, UserId = turn.Account },
            ],
        },
    };
}
