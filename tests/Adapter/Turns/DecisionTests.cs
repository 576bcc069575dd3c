using MeliBot.Adapter.Outbound.Composing;
using MeliBot.Adapter.Turns;
using MeliBot.Delivery.Drafts;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.DependencyInjection;
using Newtonsoft.Json.Linq;

namespace MeliBot.Adapter.Tests.Turns;

public sealed class DecisionTests
{
    [Fact]
    public async Task The_record_traces_each_stretch_to_its_fragment_and_each_fact_to_its_source_and_age()
    {
        await using var route = await Route.Route.StartAsync(async (turn, ct) =>
        {
            var now = turn.GetTurnClock().GetUtcNow();
            await SayAsync(turn, "Sí, hay stock.", new Fragment("", FragmentRole.Core, "availability", new TextSpan(0, 11), "availability.yes", [new FragmentFact("item.available_quantity", "3", "item", now.AddSeconds(-30))]), ct);
            await RecognisedAsync(turn, ct, ("availability", 0.9, 0, 11));
        });
        var question = await route.AskAsync("¿Hay stock?");
        await route.AnswerAsync(question.Id);

        var trace = TurnTrace.Parse((await route.RecordsAsync()).Single().Payload);
        trace.Decision.ShouldBe("send");
        trace.Spans.ShouldHaveSingleItem().Rule.ShouldBe("availability.yes");
        trace.Intents.ShouldHaveSingleItem().ShouldBe(new TraceIntent("availability", 0.9, 0, 11, true));
        var fact = trace.Facts.ShouldHaveSingleItem();
        (fact.Name, fact.Value, fact.Source).ShouldBe(("item.available_quantity", "3", "item"));
        fact.AgeSeconds.ShouldNotBeNull().ShouldBe(30, 0.01);
    }

    [Fact]
    public async Task What_no_fragment_covers_makes_the_reply_a_draft_that_says_so()
    {
        await using var route = await Route.Route.StartAsync(async (turn, ct) =>
        {
            await SayAsync(turn, "Sí, hay stock.", new Fragment("", FragmentRole.Core, "availability"), ct);
            await RecognisedAsync(turn, ct, ("availability", 0.9, 0, 11), ("price", 0.8, 12, 9));
        });

        await route.AskAsync("¿Hay stock? ¿Precio?");
        await route.UntilAsync(async () => (await route.RecordsAsync()).Count == 1);

        var trace = TurnTrace.Parse((await route.RecordsAsync()).Single().Payload);
        trace.Decision.ShouldBe("draft");
        trace.Intents.Single(intent => !intent.Covered).Name.ShouldBe("price");
        trace.Reasons.ShouldContain(reason => reason.Text.Contains("price", StringComparison.Ordinal));
        (await route.Services.GetRequiredService<IDraftStore>().OpenAsync(route.Seller.Id, 10, default)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_phone_number_is_never_sent()
    {
        await using var route = await Route.Route.StartAsync(Route.Bots.Say("Llámanos al 11 4567-8901."));

        await route.AskAsync("¿Teléfono?");
        await route.UntilAsync(async () => (await route.RecordsAsync()).Count == 1);

        (await route.RecordsAsync()).Single().Decision.ShouldBe("draft");
        route.World.Journal.Effects.Where(effect => effect.Kind == Simulator.EffectKinds.Answer).ShouldBeEmpty();
    }

    [Fact]
    public async Task Chance_is_the_same_whenever_the_turn_runs_again()
    {
        var drawn = new List<int>();
        await using var route = await Route.Route.StartAsync(async (turn, ct) =>
        {
            drawn.Add(turn.GetTurnRandom().Next());
            turn.TurnState.Get<Random>().ShouldBeSameAs(turn.GetTurnRandom());
            if (drawn.Count == 1)
                throw new InvalidOperationException("roto");
            await turn.SendActivityAsync("Sí.", cancellationToken: ct);
        });

        await route.AnswerAsync((await route.AskAsync("¿Hay stock?")).Id);

        drawn.Count.ShouldBe(2);
        drawn[1].ShouldBe(drawn[0]);
    }

    [Fact]
    public async Task A_turn_that_lost_a_race_for_the_buyers_state_runs_again_and_counts_once()
    {
        var other = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var runs = new List<string>();
        Route.Route? route = null;
        route = await Route.Route.StartAsync(services => new UserCounter(services.GetRequiredService<UserState>(), runs, other));
        await using var _ = route;
        var second = route.World.CreateItem(new Simulator.NewItem { SellerId = route.Seller.Id, Title = "Plato", Price = 10, Stock = 1 });

        var slow = await route.AskAsync("lenta");
        var quick = route.World.Ask(route.Buyer.Id, second.Id, "rápida");
        await route.NoticeAsync(quick.Id);
        await route.AnswerAsync(quick.Id);
        other.SetResult();

        (await route.AnswerAsync(slow.Id)).Text.ShouldBe("Van 2.");
        runs.Count(text => text == "lenta").ShouldBe(2);
        route.World.Journal.AnswersAccepted(slow.Id).ShouldBe(1);
    }

    private static Task<ResourceResponse> SayAsync(ITurnContext turn, string text, Fragment fragment, CancellationToken cancellationToken)
    {
        var message = MessageFactory.Text(text);
        message.Entities = [FragmentEntity.ToEntity(fragment)];
        return turn.SendActivityAsync(message, cancellationToken);
    }

    private static Task<ResourceResponse> RecognisedAsync(ITurnContext turn, CancellationToken cancellationToken, params (string Name, double Score, int Start, int Length)[] intents)
    {
        var trace = new Activity(ActivityTypes.Trace)
        {
            Name = "recognised",
            Entities =
            [
                new Entity("mercadolibre/intents")
                {
                    Properties = new JObject
                    {
                        ["intents"] = new JArray(intents.Select(intent => new JObject
                        {
                            ["name"] = intent.Name,
                            ["score"] = intent.Score,
                            ["span"] = new JObject { ["start"] = intent.Start, ["length"] = intent.Length },
                        })),
                    },
                },
            ],
        };
        return turn.SendActivityAsync(trace, cancellationToken);
    }

    private sealed class UserCounter(UserState state, List<string> runs, TaskCompletionSource other) : IBot
    {
        public async Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
        {
            if (turnContext.Activity.Type != ActivityTypes.Message)
                return;
            lock (runs)
                runs.Add(turnContext.Activity.Text);
            var property = state.CreateProperty<int>("count");
            var count = await property.GetAsync(turnContext, () => 0, cancellationToken) + 1;
            if (turnContext.Activity.Text == "lenta")
                await other.Task.WaitAsync(cancellationToken);
            await property.SetAsync(turnContext, count, cancellationToken);
            await state.SaveChangesAsync(turnContext, force: false, cancellationToken);
            await turnContext.SendActivityAsync($"Van {count}.", cancellationToken: cancellationToken);
        }
    }
}
