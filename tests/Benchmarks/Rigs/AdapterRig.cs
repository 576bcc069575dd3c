using System.Globalization;
using System.Text.Json;
using MeliBot.Adapter.Inbound;
using MeliBot.Delivery.Conversations;
using MeliBot.Delivery.Effects;
using MeliBot.Delivery.Reading;
using MeliBot.Delivery.Reasons;
using MeliBot.Delivery.Signals;
using MeliBot.MercadoLibre;
using Microsoft.Bot.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace MeliBot.Benchmarks.Rigs;

/// <summary>
/// The whole adapter in this process, its pumps and all, but for the platform: a signal's question is in memory, and an answer never leaves.
/// From the durable signal to the commit of the turn, everything is what a host runs.
/// </summary>
internal sealed class AdapterRig : IAsyncDisposable
{
    private readonly IHost _host;

    private AdapterRig(IHost host) => _host = host;

    public static async Task<AdapterRig> StartAsync(string database)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(AdapterServices.Settings(database));
        builder.Configuration["Delivery:SignalConcurrency"] = builder.Configuration["Delivery:TurnConcurrency"] = DeliveryRig.AtOnce.ToString(CultureInfo.InvariantCulture);
        builder.Services.AddTransient<IBot, EchoBot>();
        builder.Services.AddSingleton<ISignalHandler, QuestionsInMemory>();
        builder.Services.AddSingleton<IEffectHandler, NothingLeaves>();
        builder.Services.AddMercadoLibreAdapter();
        var host = builder.Build();
        await host.StartAsync();
        await AdapterServices.LinkAsync(host.Services);
        return new AdapterRig(host);
    }

    public Task RaiseAsync(IEnumerable<long> questions)
    {
        var queue = _host.Services.GetRequiredService<ISignalQueue>();
        return DeliveryRig.InParallelAsync(questions, 256, async question => await queue.SendAsync(
            new SignalHint(Questions.Seller, "questions", string.Create(CultureInfo.InvariantCulture, $"/questions/{question}"), TimeProvider.System.GetUtcNow(), "notification"), default));
    }

    /// <summary>Waits until every turn is committed, and proves that each planned its answer.</summary>
    public async Task CommittedAsync(int turns)
    {
        await DeliveryRig.DrainedAsync(_host.Services);
        var counts = await _host.Services.GetRequiredService<IDeliveryReader>().CountsAsync(default);
        if (counts.PlannedEffects + counts.SendingEffects != turns)
            throw new InvalidOperationException($"{turns} turns planned {counts.PlannedEffects + counts.SendingEffects} answers and {counts.OpenDrafts} drafts.");
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }

    private sealed class QuestionsInMemory(QuestionSight sight, TimeProvider time) : ISignalHandler
    {
        public Task<SignalOutcome> HandleAsync(Signal signal, CancellationToken cancellationToken)
        {
            var id = long.Parse(signal.Resource.AsSpan(signal.Resource.LastIndexOf('/') + 1), CultureInfo.InvariantCulture);
            var question = JsonSerializer.Deserialize<Question>(Questions.Json(id), MercadoLibreJson.Options)!;
            return Task.FromResult<SignalOutcome>(new SignalOutcome.Done(new Ingest([sight.See(question, signal.Account, "TIENDA", null, handled: false, TimeSpan.Zero, time.GetUtcNow())])));
        }
    }

    private sealed class NothingLeaves : IEffectHandler
    {
        public async Task<EffectOutcome> ExecuteAsync(EffectLease lease, CancellationToken cancellationToken)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            return new EffectOutcome.Sent(null);
        }

        public Task<IReadOnlyList<ActivityEntry>> ParkedAsync(EffectSlot slot, Reason reason, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<ActivityEntry>>([]);
    }
}
