using Azure;
using Azure.Core;
using Azure.Identity;
using Azure.Storage.Queues;
using Microsoft.Extensions.Options;

namespace MeliBot.Delivery.Queues.AzureStorage;

/// <summary>The queues of all partitions, and the one for what can't be read.</summary>
internal sealed class AzureQueues : IDisposable
{
    private readonly QueueClient[] _partitions;
    private readonly SemaphoreSlim _creating = new(1, 1);
    private readonly bool _creates;
    private volatile bool _created;

    /// <param name="options">Where the queues are.</param>
    /// <param name="credential">How the host signs in where it has an address; null for its managed identity.</param>
    public AzureQueues(IOptions<AzureQueueOptions> options, TokenCredential? credential = null)
    {
        var settings = options.Value;
        _creates = settings.Create;
        _created = !_creates;
        var service = Service(settings, credential);
        _partitions = [.. Enumerable.Range(0, settings.Partitions).Select(partition => service.GetQueueClient(QueuePartition.Name(settings.Name, partition)))];
        Poison = service.GetQueueClient(QueuePartition.Poison(settings.Name));
    }

    public QueueClient Poison { get; }

    public IReadOnlyList<QueueClient> Partitions => _partitions;

    public QueueClient Of(long account) => _partitions[QueuePartition.Of(account, _partitions.Length)];

    /// <summary>They are there from the first use on, and made again when one is gone.</summary>
    public async Task EnsureAsync(CancellationToken cancellationToken)
    {
        if (_created) return;
        await _creating.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_created) return;
            await Task.WhenAll(_partitions.Append(Poison).Select(queue => queue.CreateIfNotExistsAsync(cancellationToken: cancellationToken))).ConfigureAwait(false);
            _created = true;
        }
        finally
        {
            _creating.Release();
        }
    }

    /// <summary>What a call failed with: when a queue isn't there, somebody deleted it, and the next use makes it again.</summary>
    public void Failed(Exception e)
    {
        if (_creates && e is RequestFailedException { Status: 404 }) _created = false;
    }

    public void Dispose() => _creating.Dispose();

    private static QueueServiceClient Service(AzureQueueOptions settings, TokenCredential? credential)
    {
        // Whoever waits for a notification's answer has no time for a second try; readers look again anyway.
        var client = new QueueClientOptions { Retry = { MaxRetries = 1, Mode = RetryMode.Fixed, Delay = TimeSpan.FromMilliseconds(50), NetworkTimeout = TimeSpan.FromSeconds(30) } };
        return settings.ServiceUri is { } uri ? new(uri, credential ?? new DefaultAzureCredential(), client) : new(settings.ConnectionString, client);
    }
}
