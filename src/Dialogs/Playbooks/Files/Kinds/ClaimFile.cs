using MeliBot.Dialogs.Facts;

namespace MeliBot.Dialogs.Playbooks.Files;

/// <summary>Files under <c>tests/claims</c>: a claim in short, as its facts are called, with its sale.</summary>
internal static class ClaimFile
{
    private static readonly Key Claim = new("claim", new Scalar("a number", ScalarType.Whole) { Min = 1, Example = "5250000001" }, "its number") { Default = "1" };
    private static readonly Key Site = new("site", new Scalar("a site") { Pattern = "^M[A-Z]{2}$", Example = "MLA" }, "where it was sold: its buyer's language and clock") { Default = "that of the message's locale" };
    private static readonly Key Type = new("type", Scalars.Text, "mediations, return, cancel_sale and others");
    private static readonly Key Stage = new("stage", Scalars.Text, "claim, dispute, none and others");
    private static readonly Key Status = new("status", Scalars.Text, "opened or closed") { Default = "opened" };
    private static readonly Key Reason = new("reason", Scalars.Text, "the reason's id, such as PDD9549; its first letters say the group");
    private static readonly Key ReasonName = new("reason_name", Scalars.Text, "the platform's name of the reason, such as repentant_buyer");
    private static readonly Key Triage = new("triage", Scalars.Text, "repentant, defective, incomplete, different, not_working and others");
    private static readonly Key Quantity = new("quantity", Scalars.Text, "total or partial");
    private static readonly Key Actions = new("actions", new ListOf(Scalars.Text, "a list of actions"), "what we may do") { Default = "nothing" };
    private static readonly Key Mandatory = new("mandatory", Scalars.Text, "the action that Mercado Libre requires of us");
    private static readonly Key Due = new("due", OrderFile.When, "until when whoever must act must have acted");
    private static readonly Key MustAct = new("must_act", Scalars.Text, "seller, buyer or mediator");
    private static readonly Key Reputation = new("affects_reputation", Scalars.Text, "affected, not_affected or not_applies");
    private static readonly Key Incentive = new("has_incentive", Scalars.Flag, "solving it in time spares the reputation");
    private static readonly Key IncentiveUntil = new("incentive_until", OrderFile.When, "the end of that time");
    private static readonly Key Expected = new("expected", new ListOf(Scalars.Text, "a list of resolutions"), "what the buyer asks for");
    private static readonly Key Fulfilled = new("fulfilled", Scalars.Flag, "the product counts as delivered");
    private static readonly Key ReturnStatus = new("status", Scalars.Text, "label_generated, shipped, delivered and others");
    private static readonly Key ReturnMoney = new("money", Scalars.Text, "retained, refunded or available");
    private static readonly Key Return = new("return", new Keyed("claim-return", "a return", [ReturnStatus, ReturnMoney]), "the return that belongs to it; left out where there is none");
    private static readonly Key Role = new("role", Scalars.Text, "our part: respondent, or complainant where the seller claims") { Default = "respondent" };
    private static readonly Key Title = new("title", Scalars.Text, "Mercado Libre's heading of it");
    private static readonly Key Problem = new("problem", Scalars.Text, "Mercado Libre's words for what went wrong");
    private static readonly Key Resolution = new("resolution", Scalars.Text, "why it was closed");
    private static readonly Key Order = new("order", OrderFile.Shape, "the sale that it is of; left out where that isn't known");

    public static readonly Keyed Shape = new(
        "claim",
        "a claim",
        [
            Claim, Site, Type, Stage, Status, Reason, ReasonName, Triage, Quantity, Actions, Mandatory, Due, MustAct, Reputation, Incentive, IncentiveUntil, Expected, Fulfilled, Return, Role, Title, Problem,
            Resolution, Order,
        ]);

    /// <param name="at">When it counts as read.</param>
    public static ClaimFixture Read(MapNode map, DateTimeOffset at)
    {
        var order = map.Get(Order) is MapNode sold ? OrderFile.Read(sold, at) : default;
        var back = map.Get(Return) as MapNode;
        var claim = new ClaimFacts
        {
            Id = map.Text(Claim) ?? "1",
            Type = Known(map.Text(Type)),
            Stage = Known(map.Text(Stage)),
            Status = Known(map.Text(Status) ?? "opened"),
            ReasonId = Known(map.Text(Reason)),
            ReasonName = Known(map.Text(ReasonName), "claim-reason"),
            Group = Known(ClaimWords.GroupOf(map.Text(Reason))),
            Triage = Known(map.Text(Triage), "claim-reason"),
            Quantity = Known(map.Text(Quantity)),
            Actions = List(Actions, "claim"),
            Mandatory = Known(map.Text(Mandatory)),
            Due = Time(Due, "claim"),
            MustAct = Known(map.Text(MustAct), "claim-detail"),
            Reputation = Known(map.Text(Reputation), "affects-reputation"),
            HasIncentive = Flag(Incentive, "affects-reputation"),
            IncentiveUntil = Time(IncentiveUntil, "affects-reputation"),
            Expected = map.Get(Expected) is null ? null : List(Expected, "expected-resolutions"),
            Fulfilled = Flag(Fulfilled, "claim"),
            ReturnStatus = Known(back?.Text(ReturnStatus), "return"),
            ReturnMoney = Known(back?.Text(ReturnMoney), "return"),
            Role = Known(map.Text(Role) ?? ClaimWords.Respondent),
            Title = Known(map.Text(Title), "claim-detail"),
            Problem = Known(map.Text(Problem), "claim-detail"),
            Resolution = Known(map.Text(Resolution)),
            Sale = order.Sale is { } sale && long.TryParse(sale.Number, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null,
        };
        return new ClaimFixture(claim, order.Sale, map.Text(Site) ?? order.Site);

        Fact<string>? Known(string? value, string source = "claim") => value is null ? null : new Fact<string>(value, source, at);

        Fact<bool>? Flag(Key key, string source) => map.Flag(key) is { } flag ? new Fact<bool>(flag, source, at) : null;

        Fact<DateTimeOffset>? Time(Key key, string source) => map.Text(key) is { } text && OrderFile.ReadTime(text) is { } time ? new Fact<DateTimeOffset>(time, source, at) : null;

        Fact<IReadOnlyList<string>> List(Key key, string source) => new(map.Texts(key), source, at);
    }
}
