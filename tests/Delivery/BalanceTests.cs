using MeliBot.Contracts;
using MeliBot.Delivery.Diagnostics;
using MeliBot.Delivery.Reading;
using MeliBot.Delivery.Reasons;
using MeliBot.Delivery.Stores.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace MeliBot.Delivery.Tests;

public sealed class BalanceTests
{
    [Fact]
    public async Task What_says_that_it_is_parked_and_stands_in_no_parking_is_missing()
    {
        await using var store = new SqliteFixture();
        await store.Signals.RaiseAsync(Some.Hint(store), default);
        var signal = (await store.Signals.FindDueAsync(store.Now, 1, _ => false, default)).ShouldHaveSingleItem();
        await store.Signals.ParkAsync(signal, new Reason("It can't be read."), null, default);
        (await store.Reader.BalanceAsync(default)).Missing.ShouldBe(0);

        await store.Services.GetRequiredService<SqliteDatabase>().WriteAsync(write => write.Sql("DELETE FROM parked").Execute(), default);

        (await store.Reader.BalanceAsync(default)).Missing.ShouldBe(1);
    }

    [Fact]
    public void A_balance_is_told_until_another_host_may_have_counted()
    {
        var time = new FakeTimeProvider(DeliveryFixture.Start);
        using var meters = new DeliveryMeters(null, time);
        using var told = new Told("melibot.delivery.balance");
        meters.Counted(new DeliveryBalance(5, 1, 1, 1), time.GetUtcNow() + TimeSpan.FromMinutes(10));

        told.Read()["missing"].ShouldBe(2);
        time.Advance(TimeSpan.FromMinutes(11));
        told.Read().ShouldBeEmpty();
    }
}
