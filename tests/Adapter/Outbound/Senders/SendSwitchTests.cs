using MeliBot.Adapter.Hosting;
using MeliBot.Adapter.Outbound.Senders;
using MeliBot.Delivery;
using MeliBot.Delivery.Effects;
using MeliBot.Delivery.Records;
using MeliBot.Delivery.Sending;
using MeliBot.Simulator;
using Microsoft.Bot.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Moq;

namespace MeliBot.Adapter.Tests.Outbound.Senders;

/// <summary>While sending is stopped nothing of the bot's goes out, nothing is lost, and people aren't held up.</summary>
public sealed class SendSwitchTests
{
    private const string Why = "The prices are wrong.";

    [Fact]
    public async Task While_sending_is_stopped_the_bots_answer_waits_and_goes_out_once_it_is_resumed()
    {
        await using var route = await StartAsync();
        await route.Services.GetRequiredService<SendSwitch>().StopAsync("Ana", Why, default);

        var question = await route.AskAsync("¿Hay stock?");
        var waiting = await route.UntilSlotAsync(question.Id, slot => slot.State == EffectState.Waiting);

        (waiting.Reason!.Code, waiting.Reason.Text, waiting.Attempt).ShouldBe(("sends.stopped", $"Ana stopped whatever the bot sends: {Why} It goes out once that is resumed.", 0));
        route.World.Journal.Accepted(EffectKinds.Answer).ShouldBeEmpty();
        (await route.LoadAsync()).Activities.ShouldNotBeEmpty();

        await route.Services.GetRequiredService<SendSwitch>().ResumeAsync("Ana", null, default);

        (await route.AnswerAsync(question.Id)).Text.ShouldBe("Sí.");
        route.World.Journal.Accepted(EffectKinds.Answer).Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_waited_while_sending_was_stopped_goes_out_at_once_and_in_its_order()
    {
        await using var route = await StartAsync(recheck: TimeSpan.FromMinutes(10));
        await route.Services.GetRequiredService<SendSwitch>().StopAsync("Ana", Why, default);
        var first = await route.AskAsync("¿Hay stock?");
        await route.UntilSlotAsync(first.Id, slot => slot.State == EffectState.Waiting);
        var second = await route.AskAsync("¿Y en azul?");
        await route.UntilSlotAsync(second.Id, slot => slot.State == EffectState.Waiting);

        await route.Services.GetRequiredService<SendSwitch>().ResumeAsync("Ana", null, default);

        await route.AnswerAsync(first.Id);
        await route.AnswerAsync(second.Id);
        route.World.Journal.Accepted(EffectKinds.Answer).Select(effect => effect.Key).ShouldBe([$"{first.Id}", $"{second.Id}"]);
    }

    [Fact]
    public async Task A_person_answers_while_the_bot_is_silent()
    {
        await using var route = await StartAsync();
        await route.Services.GetRequiredService<SendSwitch>().StopAsync("Ana", Why, default);
        var question = await route.AskAsync("¿Hay stock?");
        EffectSlot waiting;
        do waiting = await route.UntilSlotAsync(question.Id, slot => slot.State == EffectState.Waiting);
        while (await route.Services.GetRequiredService<IEffectStore>().TakeOverAsync(waiting.Key, waiting.Epoch, new AnswerPayload(question.Id, "Sí, quedan tres.").ToJson(), "agent:ana", DateTimeOffset.UtcNow, default) != TakeOverResult.TakenOver);

        (await route.AnswerAsync(question.Id)).Text.ShouldBe("Sí, quedan tres.");
    }

    [Fact]
    public async Task What_was_claimed_before_the_stop_is_held_back_right_before_its_post()
    {
        var hook = new BeforeReading();
        await using var route = await StartAsync(services => services.AddHttpClient(MercadoLibreServices.HttpClientName).AddHttpMessageHandler(() => new Hooked(hook)));
        hook.Do = async () =>
        {
            // The sender has its lease and reads the question: the last moment before its post.
            var sending = (await route.LoadAsync()).Effects.Any(slot => slot.State == EffectState.Sending);
            if (!sending) return;
            hook.Do = null;
            await route.Services.GetRequiredService<SendSwitch>().StopAsync("Ana", Why, default);
        };

        var question = await route.AskAsync("¿Hay stock?");
        var waiting = await route.UntilSlotAsync(question.Id, slot => slot.State == EffectState.Waiting);

        (waiting.Reason!.Code, hook.Do).ShouldBe(("sends.stopped", null));
        (route.World.Journal.Accepted(EffectKinds.Answer).Count, route.World.Journal.Refused(EffectKinds.Answer).Count).ShouldBe((0, 0));

        await route.Services.GetRequiredService<SendSwitch>().ResumeAsync("Ana", null, default);

        await route.AnswerAsync(question.Id);
        route.World.Journal.Accepted(EffectKinds.Answer).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_switch_that_cannot_be_read_right_before_the_post_costs_the_answer_neither_its_place_nor_a_try()
    {
        var records = new Mock<IRecordStore>();
        records.SetupSequence(store => store.ReadAsync("sends", "bot", default)).ReturnsAsync(new Delivery.Records.Record("sends", "bot", 0, null)).ThrowsAsync(new DeliveryUnavailableException());
        var gate = new BotSendGate(new SendSwitch(records.Object, Mock.Of<IEffectStore>(), TimeProvider.System, NullLogger<SendSwitch>.Instance));
        var sender = new Mock<IEffectSender>();
        sender.Setup(its => its.Kind).Returns("answer");
        sender.Setup(its => its.ExecuteAsync(It.IsAny<EffectLease>(), default)).Returns(async () =>
            new EffectOutcome.Retry(TimeSpan.FromSeconds(5), (await gate.CheckAsync(7, default)).ShouldNotBeNull().Message, Counts: false));
        var dispatcher = new EffectDispatcher(
            [sender.Object], new SendSwitch(records.Object, Mock.Of<IEffectStore>(), TimeProvider.System, NullLogger<SendSwitch>.Instance), Options.Create(new MercadoLibreAdapterOptions()), TimeProvider.System);

        var outcome = await dispatcher.ExecuteAsync(new EffectLease(Slot, false, DateTimeOffset.UnixEpoch), default);

        // Waiting would let the conversation's next answer pass.
        outcome.ShouldBeOfType<EffectOutcome.Retry>().Counts.ShouldBeFalse();
    }

    private static EffectSlot Slot => new()
    {
        Key = "7:answer:1",
        Account = 7,
        Conversation = "questions:7:MLA1:9",
        Kind = "answer",
        State = EffectState.Sending,
        Epoch = 1,
        Revision = 1,
        Attempt = 1,
        Author = "bot",
        Payload = "{}",
        DueAt = DateTimeOffset.UnixEpoch,
        UpdatedAt = DateTimeOffset.UnixEpoch,
    };

    private static Task<Tests.Route.Route> StartAsync(Action<IServiceCollection>? more = null, TimeSpan? recheck = null) => Tests.Route.Route.StartAsync(
        (turn, cancellationToken) => turn.SendActivityAsync(MessageFactory.Text("Sí."), cancellationToken),
        services =>
        {
            services.Configure<MercadoLibreAdapterOptions>(options => options.SendsRecheck = recheck ?? TimeSpan.FromMilliseconds(50));
            more?.Invoke(services);
        });

    private sealed class BeforeReading
    {
        public Func<Task>? Do { get; set; }
    }

    private sealed class Hooked(BeforeReading hook) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.Method == HttpMethod.Get && hook.Do is { } act) await act();
            return await base.SendAsync(request, cancellationToken);
        }
    }
}
