using MeliBot.Adapter.Claims.Chronicle;
using MeliBot.MercadoLibre;

namespace MeliBot.Adapter.Tests.Claims;

/// <summary>What a claim's looks say of what the seller had to do.</summary>
public sealed class ClaimChronicleTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 27, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_message_that_was_there_when_the_duty_was_set_does_not_meet_it()
    {
        var said = Wrote("old", Noon);
        Names(Look(1, Noon, Open(null)), Look(2, Noon.AddMinutes(1), Open(Noon.AddHours(1)), said), Look(3, Noon.AddHours(2), Closed(Noon.AddHours(1), ClaimResolutionReason.RespondentTimeout), said))
            .ShouldBe([ClaimEventKinds.MandatorySet, ClaimEventKinds.MandatoryMissed]);
    }

    [Fact]
    public void A_message_that_came_after_the_duty_was_set_meets_it() =>
        Names(Look(1, Noon, Open(null)), Look(2, Noon.AddMinutes(1), Open(Noon.AddHours(1))), Look(3, Noon.AddMinutes(9), Open(null), Wrote("new", Noon.AddMinutes(8))))
            .ShouldBe([ClaimEventKinds.MandatorySet, ClaimEventKinds.MandatoryMet]);

    [Fact]
    public void What_is_older_than_the_duty_and_was_not_seen_then_does_not_meet_it() =>
        Names(Look(1, Noon, Open(null)), Look(2, Noon.AddMinutes(1), Open(Noon.AddHours(1))), Look(3, Noon.AddMinutes(9), Open(null), Wrote("late to be shown", Noon.AddMinutes(-5))))
            .ShouldBe([ClaimEventKinds.MandatorySet, ClaimEventKinds.MandatoryLifted]);

    [Fact]
    public void A_claim_that_ends_in_the_moment_of_the_date_was_missed_whatever_it_ends_with() =>
        Names(Look(1, Noon, Open(Noon.AddHours(1))), Look(2, Noon.AddHours(1), Closed(Noon.AddHours(1), ClaimResolutionReason.ItemReturned)))
            .ShouldBe([ClaimEventKinds.MandatorySet, ClaimEventKinds.MandatoryMissed]);

    [Fact]
    public void A_duty_that_was_set_and_missed_between_two_looks_is_told_by_the_end_and_once() =>
        Names(Look(1, Noon, Open(null)), Look(2, Noon.AddHours(2), Closed(Noon.AddHours(1), ClaimResolutionReason.RespondentTimeout)), Look(3, Noon.AddHours(3), Closed(Noon.AddHours(1), ClaimResolutionReason.RespondentTimeout)))
            .ShouldBe([ClaimEventKinds.MandatoryMissed]);

    [Fact]
    public void An_end_that_no_look_saw_is_told_as_such_whether_it_came_before_the_first_look_or_between_two()
    {
        var again = Look(2, Noon.AddHours(2), Open(null), History((ClaimStatus.Opened, -1), (ClaimStatus.Closed, 0), (ClaimStatus.Opened, 1)));

        Unseen(again with { Number = 1 }).ShouldBe([Noon]);
        Unseen(Look(1, Noon.AddHours(-1), Open(null), History((ClaimStatus.Opened, -1))), again, again with { Number = 3 }).ShouldBe([Noon]);
    }

    [Fact]
    public void An_end_that_was_looked_at_is_not_unseen_when_the_claim_opens_again() =>
        Unseen(
            Look(1, Noon.AddMinutes(1), Closed(Noon, ClaimResolutionReason.RespondentTimeout), History((ClaimStatus.Opened, -1), (ClaimStatus.Closed, 0))),
            Look(2, Noon.AddHours(2), Open(null), History((ClaimStatus.Opened, -1), (ClaimStatus.Closed, 0), (ClaimStatus.Opened, 1)))).ShouldBeEmpty();

    private static IReadOnlyList<DateTimeOffset?> Unseen(params ClaimLook[] looks) =>
        [.. ClaimChronicle.Of(7, 5, looks).Where(happened => happened.Name == ClaimEventKinds.ClosedUnseen).Select(happened => happened.At)];

    private static IReadOnlyList<ClaimStatusChange> History(params (ClaimStatus Status, int Hours)[] changes) =>
        [.. changes.Select(change => new ClaimStatusChange { Stage = ClaimStage.Claim, Status = change.Status, Date = Noon.AddHours(change.Hours) })];

    private static ClaimLook Look(int number, DateTimeOffset at, Claim claim, IReadOnlyList<ClaimStatusChange> history) => new(number, at, "test", new ClaimLookContent { Claim = claim with { LastUpdated = at }, StatusHistory = history });

    private static IReadOnlyList<string> Names(params ClaimLook[] looks) =>
        [.. ClaimChronicle.Of(7, 5, looks).Select(happened => happened.Name).Where(name => name.StartsWith("mandatory-", StringComparison.Ordinal))];

    private static ClaimLook Look(int number, DateTimeOffset at, Claim claim, params WrittenMessage[] messages) => new(number, at, "test", new ClaimLookContent { Claim = claim with { LastUpdated = at }, Messages = messages });

    private static Claim Open(DateTimeOffset? due) => new()
    {
        Id = 5,
        Type = ClaimType.Mediations,
        Stage = ClaimStage.Claim,
        Status = ClaimStatus.Opened,
        DateCreated = Noon.AddDays(-1),
        Players =
        [
            new() { Role = ClaimRole.Complainant, Type = ClaimPlayerType.Buyer, UserId = 9 },
            new() { Role = ClaimRole.Respondent, Type = ClaimPlayerType.Seller, UserId = 7, AvailableActions = due is null ? [] : [new() { Action = ClaimActionName.SendMessageToComplainant, Mandatory = true, DueDate = due }] },
        ],
    };

    private static Claim Closed(DateTimeOffset at, ClaimResolutionReason reason) => Open(null) with { Status = ClaimStatus.Closed, Resolution = new() { Reason = reason, DateCreated = at } };

    private static WrittenMessage Wrote(string hash, DateTimeOffset at) =>
        new(new ClaimMessage { Hash = hash, SenderRole = ClaimRole.Respondent, ReceiverRole = ClaimRole.Complainant, Message = "Lo vemos.", DateCreated = at, Status = ClaimMessageStatus.Available }, "bot");
}
