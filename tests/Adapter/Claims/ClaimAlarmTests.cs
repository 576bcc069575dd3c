using MeliBot.Adapter.Claims;
using MeliBot.Adapter.Claims.Chronicle;
using MeliBot.Delivery.Conversations;
using MeliBot.Simulator;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.DependencyInjection;
using Newtonsoft.Json.Linq;
using AdapterOptions = MeliBot.Adapter.Claims.ClaimOptions;

namespace MeliBot.Adapter.Tests.Claims;

/// <summary>What is due is pointed out, and what was missed is never missed silently.</summary>
public sealed class ClaimAlarmTests
{
    [Fact]
    public async Task What_is_due_soon_is_pointed_out_at_once_and_goes_to_a_person()
    {
        await using var claim = await StartAsync(Silent, wish => wish with { DueIn = TimeSpan.FromHours(3) });

        var snapshot = await claim.UntilAsync(now => now.Activities.Any(entry => ClaimRoute.Name(entry) == ClaimEventNames.DueSoon));

        snapshot.Owner.ShouldBe(Owner.Waiting);
        snapshot.Activities.Count(entry => ClaimRoute.Name(entry) == ClaimEventNames.DueSoon).ShouldBe(1);
    }

    [Fact]
    public async Task What_is_due_in_days_is_left_to_the_bot()
    {
        await using var claim = await StartAsync(Silent, wish => wish with { DueIn = TimeSpan.FromDays(4) });
        await claim.RecordAsync();
        await claim.SettleAsync();

        var snapshot = await claim.LoadAsync();

        (snapshot.Owner, snapshot.Activities.Any(entry => ClaimRoute.Name(entry) == ClaimEventNames.DueSoon)).ShouldBe((Owner.Bot, false));
    }

    [Fact]
    public async Task An_act_whose_date_is_past_is_an_alarm_and_stands_in_the_record_as_missed()
    {
        await using var claim = await StartAsync(Silent, wish => wish with { NoMandate = true });
        await claim.RecordAsync();

        claim.World.Claims.Require(claim.Id, ClaimActions.SendMessageToComplainant, TimeSpan.FromHours(-1));

        var snapshot = await claim.UntilAsync(now => now.Activities.Any(entry => ClaimRoute.Name(entry) == ClaimEventNames.Overdue));
        snapshot.Owner.ShouldBe(Owner.Waiting);
        await claim.Route.UntilAsync(async () => (await claim.EventsAsync()).Any(happened => happened.Name == ClaimEventKinds.MandatoryMissed));
    }

    [Fact]
    public async Task A_reminder_that_the_bot_set_comes_back_to_it()
    {
        var reminded = new TaskCompletionSource<Activity>();
        await using var claim = await StartAsync(
            async (turn, cancellationToken) =>
            {
                if (turn.Activity.Name == ClaimEventNames.Reminder) reminded.TrySetResult(turn.Activity);
                else if (turn.Activity.Type == ActivityTypes.Message)
                    await turn.SendActivityAsync(new Activity { Type = ActivityTypes.Event, Name = ClaimEventNames.SetReminder, Value = JObject.FromObject(new { at = DateTimeOffset.UtcNow, reason = "Ask the carrier." }) }, cancellationToken);
            },
            wish => wish with { Text = "No llegó." });
        await claim.RecordAsync();

        await claim.LookAsync();

        var activity = await reminded.Task.WaitAsync(TimeSpan.FromSeconds(30));
        ((JObject)activity.Value)["reason"]!.Value<string>().ShouldBe("Ask the carrier.");
    }

    private static Task Silent(Microsoft.Bot.Builder.ITurnContext turn, CancellationToken cancellationToken) => Task.CompletedTask;

    private static Task<ClaimRoute> StartAsync(Microsoft.Bot.Builder.BotCallbackHandler bot, Func<NewClaim, NewClaim> wish) =>
        ClaimRoute.StartAsync(bot, wish, services => services.Configure<AdapterOptions>(options => options.ClockEvery = TimeSpan.FromMilliseconds(100)));
}
