using Azure.Core;
using Azure.Identity;
using Azure.Storage.Queues;
using MeliBot.Delivery.Diagnostics;
using MeliBot.Delivery.Queues.AzureStorage;
using MeliBot.Delivery.Signals;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace MeliBot.Delivery.Tests;

/// <summary>Hints through the queues of Azure Storage, in Microsoft's own emulator.</summary>
public sealed class AzureQueueTests : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("melibot-queue-").FullName;
    private readonly string _name = "t" + Guid.NewGuid().ToString("N")[..12];
    private readonly List<IHost> _hosts = [];

    [Fact]
    public async Task What_a_queue_accepted_becomes_a_signal_once_however_often_it_was_sent()
    {
        var host = await StartAsync();
        var queue = host.Services.GetRequiredService<ISignalQueue>();
        var hints = Enumerable.Range(0, 120).Select(number => Hint(number % 40)).ToArray();

        await Task.WhenAll(hints.Select(hint => queue.SendAsync(hint, default).AsTask()));

        (await SignalsAsync(host, 40)).Select(signal => signal.Resource).Distinct().Count().ShouldBe(40);
        await UntilAsync(async () => (await LeftAsync()) == 0);
    }

    [Fact]
    public async Task What_was_accepted_before_a_crash_is_read_by_the_next_host()
    {
        var ingress = await StartAsync(read: false);
        await ingress.Services.GetRequiredService<ISignalQueue>().SendAsync(Hint(1), default);
        await StopAsync(ingress);

        var worker = await StartAsync();

        (await SignalsAsync(worker, 1)).ShouldHaveSingleItem().Resource.ShouldBe("/questions/1");
    }

    [Fact]
    public async Task What_is_no_hint_goes_to_the_poison_queue_and_holds_nobody_up()
    {
        var host = await StartAsync(configure: options => (options.Visibility, options.MaxDequeues) = (TimeSpan.FromSeconds(2), 2));
        var queues = host.Services.GetRequiredService<AzureQueues>();
        await queues.EnsureAsync(default);
        await queues.Of(7).SendMessageAsync("no hint at all");
        await host.Services.GetRequiredService<ISignalQueue>().SendAsync(Hint(2), default);

        var signals = await SignalsAsync(host, 2);

        signals.Count(signal => signal.Topic == "questions").ShouldBe(1);
        signals.ShouldContain(signal => signal.Account == 0 && signal.Topic == PoisonedHint.Topic && signal.Resource.StartsWith(queues.Poison.Name + "/", StringComparison.Ordinal));
        await UntilAsync(async () => (await queues.Poison.GetPropertiesAsync()).Value.ApproximateMessagesCount == 1);
        (await queues.Poison.PeekMessageAsync()).Value.Body.ToString().ShouldBe("no hint at all");
    }

    [Fact]
    public async Task A_message_that_was_renewed_is_deleted_with_its_newest_receipt()
    {
        var queue = new QueueClient(Azurite.ConnectionString, _name + "-00");
        await queue.CreateIfNotExistsAsync();
        await queue.SendMessageAsync("x");
        using var held = new HeldMessage(queue, (await queue.ReceiveMessagesAsync(1, TimeSpan.FromSeconds(30))).Value[0]);

        // All at once: whichever order they take, the deletion knows the receipt of the last renewal.
        var renewed = Task.WhenAll(Enumerable.Range(0, 10).Select(_ => held.RenewAsync(TimeSpan.FromSeconds(30), default)));
        (await held.DeleteAsync(default)).ShouldBeTrue();
        await renewed;

        (await queue.GetPropertiesAsync()).Value.ApproximateMessagesCount.ShouldBe(0);
        (await held.RenewAsync(TimeSpan.FromSeconds(30), default)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_message_that_another_worker_holds_by_now_is_left_to_it()
    {
        var queue = new QueueClient(Azurite.ConnectionString, _name + "-00");
        await queue.CreateIfNotExistsAsync();
        await queue.SendMessageAsync("x");
        var first = (await queue.ReceiveMessagesAsync(1, TimeSpan.FromSeconds(30))).Value[0];
        using HeldMessage deleting = new(queue, first), renewing = new(queue, first);
        await queue.UpdateMessageAsync(first.MessageId, first.PopReceipt, visibilityTimeout: TimeSpan.Zero);
        using var another = new HeldMessage(queue, (await queue.ReceiveMessagesAsync(1, TimeSpan.FromSeconds(30))).Value.ShouldHaveSingleItem());

        (await deleting.DeleteAsync(default)).ShouldBeFalse();
        (await renewing.RenewAsync(TimeSpan.FromSeconds(30), default)).ShouldBeFalse();

        (await another.DeleteAsync(default)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_queue_that_somebody_deleted_is_made_again()
    {
        var host = await StartAsync();
        var (queue, queues) = (host.Services.GetRequiredService<ISignalQueue>(), host.Services.GetRequiredService<AzureQueues>());
        await queue.SendAsync(Hint(1), default);
        await SignalsAsync(host, 1);
        await queues.Of(7).DeleteAsync();

        await UntilAsync(async () =>
        {
            try
            {
                await queue.SendAsync(Hint(2), default);
                return true;
            }
            catch (DeliveryUnavailableException)
            {
                // The platform repeats what wasn't taken.
                return false;
            }
        });

        (await SignalsAsync(host, 2)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_queue_that_is_away_is_told_to_whoever_sends_within_the_budget()
    {
        var host = await StartAsync(read: false, configure: options => options.ConnectionString = "DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey=AAAA;QueueEndpoint=http://127.0.0.1:9/devstoreaccount1;");

        await Should.ThrowAsync<DeliveryUnavailableException>(host.Services.GetRequiredService<ISignalQueue>().SendAsync(Hint(1), default).AsTask());
    }

    [Fact]
    public async Task A_reader_whose_sign_in_fails_tries_again()
    {
        var credential = new RefusedCredential();
        var options = Microsoft.Extensions.Options.Options.Create(new AzureQueueOptions { ServiceUri = new Uri("https://melibot.invalid"), Partitions = 1, LongestPause = TimeSpan.FromMilliseconds(10) });
        using var queues = new AzureQueues(options, credential);
        using var reader = new AzureSignalReader(queues, null!, options, new DeliveryMeters(), TimeProvider.System, Microsoft.Extensions.Logging.Abstractions.NullLogger<AzureSignalReader>.Instance);

        await reader.StartAsync(default);
        await UntilAsync(() => Task.FromResult(credential.Asked >= 4));

        reader.ExecuteTask!.IsCompleted.ShouldBeFalse();
        await reader.StopAsync(default);
    }

    [Fact]
    public void An_account_is_always_in_the_same_partition_and_accounts_are_spread()
    {
        var partitions = Enumerable.Range(1, 10_000).GroupBy(account => QueuePartition.Of(account, 16)).ToList();

        partitions.Count.ShouldBe(16);
        partitions.ShouldAllBe(partition => partition.Count() > 400 && partition.Count() < 900);
        QueuePartition.Of(1_234_567, 16).ShouldBe(QueuePartition.Of(1_234_567, 16));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts) await StopAsync(host);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<IHost> StartAsync(bool read = true, Action<AzureQueueOptions>? configure = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddAzureQueues(options =>
        {
            (options.ConnectionString, options.Name, options.Partitions, options.Read, options.SendBudget) = (Azurite.ConnectionString, _name, 4, read, TimeSpan.FromSeconds(10));
            configure?.Invoke(options);
        }).AddSqliteDelivery(options => options.Path = Path.Combine(_folder, "melibot.db"));
        var host = builder.Build();
        await host.StartAsync();
        _hosts.Add(host);
        return host;
    }

    private static async Task StopAsync(IHost host)
    {
        await host.StopAsync();
        host.Dispose();
    }

    private static SignalHint Hint(int number) => new(7, "questions", $"/questions/{number}", DateTimeOffset.UnixEpoch, "notification");

    private static async Task<IReadOnlyList<Signal>> SignalsAsync(IHost host, int count)
    {
        IReadOnlyList<Signal> found = [];
        await UntilAsync(async () => (found = await host.Services.GetRequiredService<ISignalStore>().FindDueAsync(DateTimeOffset.MaxValue, 1000, _ => false, default)).Count >= count);
        return found;
    }

    private async Task<int> LeftAsync()
    {
        var left = 0;
        for (var partition = 0; partition < 4; partition++) left += (await new QueueClient(Azurite.ConnectionString, QueuePartition.Name(_name, partition)).GetPropertiesAsync()).Value.ApproximateMessagesCount;
        return left;
    }

    private sealed class RefusedCredential : TokenCredential
    {
        private int _asked;

        public int Asked => Volatile.Read(ref _asked);

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) => throw new NotSupportedException();

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _asked);
            throw new AuthenticationFailedException("Nobody here gives this host an identity.");
        }
    }

    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!await condition())
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}
