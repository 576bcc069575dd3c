using MeliBot.Delivery.Changes;
using MeliBot.Delivery.Records;
using MeliBot.Delivery.Sending;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace MeliBot.Delivery.Tests;

public sealed class SendSwitchTests : IAsyncLifetime
{
    private readonly DeliveryHost _host = new();

    public async ValueTask InitializeAsync() => await _host.StartAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task The_bot_may_send_until_somebody_stops_it() => (await Switch().ReadAsync(default)).ShouldBe(SendState.Free);

    [Fact]
    public async Task What_one_host_stops_is_stopped_in_every_other_at_once()
    {
        var (one, other) = (Switch(), Switch());
        await other.ReadAsync(default);

        await one.StopAsync("Ana", "Wrong prices.", default);
        (await other.ReadAsync(default)).ShouldBe(new SendState(true, _host.Now, "Ana", "Wrong prices."));

        await other.ResumeAsync("Bruno", null, default);
        (await one.ReadAsync(default)).ShouldBe(new SendState(false, _host.Now, "Bruno"));
    }

    [Fact]
    public async Task Who_turned_it_when_and_why_is_kept()
    {
        var at = _host.Now;
        await Switch().StopAsync("Ana", " Wrong prices. ", default);
        _host.Time.Advance(TimeSpan.FromMinutes(5));
        await Switch().ResumeAsync("Bruno", "Mended.", default);

        (await Switch().HistoryAsync(default)).ShouldBe([new(false, at.AddMinutes(5), "Bruno", "Mended."), new(true, at, "Ana", "Wrong prices.")]);
    }

    [Fact]
    public async Task Two_who_turn_it_at_once_are_both_kept()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(number => Switch().StopAsync($"person {number}", "At once.", default)));

        (await Switch().HistoryAsync(default)).Select(act => act.By).ShouldBe(Enumerable.Range(0, 8).Select(number => $"person {number}"), ignoreOrder: true);
    }

    [Fact]
    public async Task Nobody_stops_it_without_saying_why() => await Should.ThrowAsync<ArgumentException>(() => Switch().StopAsync("Ana", " ", default));

    [Fact]
    public async Task Whoever_follows_the_change_feed_hears_of_it()
    {
        await Switch().StopAsync("Ana", "Wrong prices.", default);

        (await _host.Services.GetRequiredService<IChangeFeed>().ReadAsync(0, 100, default)).ShouldContain(change => change.What == SendSwitch.News);
    }

    [Fact]
    public async Task A_switch_that_cannot_be_read_stands_on_stop()
    {
        await _host.Services.GetRequiredService<IRecordStore>().WriteAsync("sends", "bot", "{", null, default);

        (await Switch().ReadAsync(default)).IsStopped.ShouldBeTrue();
        await Switch().ResumeAsync("Ana", null, default);
        (await Switch().ReadAsync(default)).IsStopped.ShouldBeFalse();
    }

    private SendSwitch Switch() => new(_host.Services.GetRequiredService<IRecordStore>(), _host.Effects, _host.Time, NullLogger<SendSwitch>.Instance);
}
