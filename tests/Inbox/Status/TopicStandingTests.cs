using MeliBot.Adapter.Webhooks;

namespace MeliBot.Inbox.Tests;

public class TopicStandingTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Now = Start.AddHours(2);

    [Theory]
    // Minutes after the start: of the last notification, of the newest question there.
    [InlineData(60, 60, false, TopicState.Heard)]
    [InlineData(60, 118, false, TopicState.Heard)]
    [InlineData(60, 110, false, TopicState.Silent)]
    [InlineData(null, 110, false, TopicState.Silent)]
    [InlineData(null, -30, false, TopicState.Quiet)]
    [InlineData(null, null, false, TopicState.Quiet)]
    [InlineData(null, 110, true, TopicState.Polled)]
    [InlineData(60, 110, true, TopicState.Silent)]
    public void A_topic_seems_switched_off_when_something_happened_of_which_no_notification_told(int? last, int? newest, bool polls, TopicState state) =>
        TopicStanding.Judge("questions", At(last), At(newest), polls, Start, Now).State.ShouldBe(state);

    private static DateTimeOffset? At(int? minutes) => minutes is { } after ? Start.AddMinutes(after) : null;
}
