using MeliBot.Delivery.Work;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace MeliBot.Delivery.Queues.AzureStorage;

/// <summary>Reads the queues where there are some; a host without them loads nothing of theirs.</summary>
internal sealed class AzureQueueHost(IServiceProvider services, IOptions<AzureQueueOptions> options) : IWorkerService, IDisposable
{
    private BackgroundService? _reader;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (!options.Value.IsSet || !options.Value.Read) return Task.CompletedTask;
        _reader = ActivatorUtilities.CreateInstance<AzureSignalReader>(services);
        return _reader.StartAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => _reader?.StopAsync(cancellationToken) ?? Task.CompletedTask;

    public void Dispose() => _reader?.Dispose();
}
