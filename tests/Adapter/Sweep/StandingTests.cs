using System.Diagnostics.Metrics;
using MeliBot.Adapter.Standing;
using MeliBot.Adapter.Sweep;
using MeliBot.Adapter.Webhooks;
using MeliBot.Delivery.Records;
using MeliBot.MercadoLibre;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Moq;

namespace MeliBot.Adapter.Tests.Sweep;

/// <summary>How accounts and topics stand, as gauges tell it.</summary>
public sealed class StandingTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task What_a_sweep_finds_first_is_no_news_and_what_it_finds_later_is_behind_until_it_is_held()
    {
        await using var world = await SweepWorld.StartAsync();
        var questions = world.Ask(1);
        await world.SweepQuestionsAsync();
        world.News.Behind.ShouldBeEmpty();
        world.News.Untold.ShouldBeEmpty();

        await world.SweepQuestionsAsync();
        world.News.Behind.Keys.ShouldBe([world.Seller.Id]);
        world.News.Untold.Keys.ShouldBe(["questions"]);

        await world.HoldAsync(questions[0]);
        await world.SweepQuestionsAsync();
        world.News.Behind.ShouldBeEmpty();
    }

    [Fact]
    public void A_topic_of_which_nothing_was_told_for_minutes_is_an_alarm_until_it_is_heard_of_again()
    {
        var time = new FakeTimeProvider(Start);
        using var services = new ServiceCollection().AddMetrics().BuildServiceProvider();
        var factory = services.GetRequiredService<IMeterFactory>();
        var (news, heard) = (new SweepNews(), new NotificationMeters(factory, time));
        _ = new StandingMeters(factory, Mock.Of<IRateBudget>(), Options.Create(new MercadoLibreOptions()), news, heard, Mock.Of<IOptionsMonitor<SweepOptions>>(monitor => monitor.CurrentValue == new SweepOptions()), time);
        var silent = 0;
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, at) =>
        {
            if (instrument.Name == "melibot.notifications.silent" && instrument.Meter.Scope == factory) at.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<int>((_, value, _, _) => silent = value);
        listener.Start();

        news.Swept("questions", 1, [], Start);
        time.Advance(TimeSpan.FromMinutes(1));
        news.Swept("questions", 1, [time.GetUtcNow()], time.GetUtcNow());
        Silent().ShouldBe(0);
        time.Advance(TimeSpan.FromMinutes(6));
        Silent().ShouldBe(1);
        heard.Count(NotificationVerdict.Accepted, "questions", TimeSpan.Zero);
        Silent().ShouldBe(0);

        int Silent()
        {
            listener.RecordObservableInstruments();
            return silent;
        }
    }

    [Fact]
    public async Task What_one_host_heard_of_a_topic_another_knows_and_so_does_the_next_after_a_restart()
    {
        var folder = Directory.CreateTempSubdirectory("melibot-heard-");
        var time = new FakeTimeProvider(Start);
        var services = new ServiceCollection().AddLogging().AddMetrics().AddSqliteDelivery(options => options.Path = Path.Combine(folder.FullName, "melibot.db")).BuildServiceProvider();
        await using (services)
        {
            var records = services.GetRequiredService<IRecordStore>();
            var factory = services.GetRequiredService<IMeterFactory>();
            var (ingress, worker) = (new NotificationMeters(factory, time), new NotificationMeters(factory, time));
            using var told = new HeardTopics(ingress, records, time);
            using var learnt = new HeardTopics(worker, records, time);
            ingress.Count(NotificationVerdict.Accepted, "questions", TimeSpan.Zero);

            await told.ExchangeAsync(default);
            await learnt.ExchangeAsync(default);
            worker.LastByTopic["questions"].ShouldBe(Start);

            time.Advance(TimeSpan.FromMinutes(1));
            ingress.Count(NotificationVerdict.Ignored, "questions", TimeSpan.Zero);
            await learnt.ExchangeAsync(default);
            await told.ExchangeAsync(default);
            await learnt.ExchangeAsync(default);
            worker.LastByTopic["questions"].ShouldBe(Start.AddMinutes(1));
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }
}
