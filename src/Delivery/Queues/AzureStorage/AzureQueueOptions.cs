using System.ComponentModel.DataAnnotations;

namespace MeliBot.Delivery.Queues.AzureStorage;

/// <summary>Hints through Azure Storage Queues, between ingress and workers. Section <c>Delivery:AzureQueues</c>; without a connection or an address there is no queue between them.</summary>
public sealed class AzureQueueOptions : IValidatableObject
{
    public const string Section = "Delivery:AzureQueues";

    /// <value>Of the storage account, or of its emulator. Null where <see cref="ServiceUri"/> is set.</value>
    public string? ConnectionString { get; set; }

    /// <value>The queue service's address, for example <c>https://shop.queue.core.windows.net</c>; the host signs in by its managed identity. Null where <see cref="ConnectionString"/> is set.</value>
    public Uri? ServiceUri { get; set; }

    /// <value>What the queues' names begin with; a number and, for what can't be read, <c>-poison</c> follow. Default <c>melibot-signals</c>.</value>
    [Required]
    [RegularExpression("[a-z0-9](-?[a-z0-9])*", ErrorMessage = "A queue's name holds lower-case letters, digits and single hyphens.")]
    [StringLength(40, MinimumLength = 3)]
    public string Name { get; set; } = "melibot-signals";

    /// <value>Queues that the accounts are spread over; one account is always in the same. Fixed at the first deployment: another number needs the queues drained first. Default 16.</value>
    [Range(1, 256)]
    public int Partitions { get; set; } = 16;

    /// <value>How long a sender waits for the queue before it is told to repeat. Default 350 ms, because Mercado Libre gives a notification 500.</value>
    [Range(typeof(TimeSpan), "00:00:00.050", "00:01:00")]
    public TimeSpan SendBudget { get; set; } = TimeSpan.FromMilliseconds(350);

    /// <value>How long a received message is hidden from other workers; renewed while it is worked on. Default 60 s.</value>
    [Range(typeof(TimeSpan), "00:00:02", "01:00:00")]
    public TimeSpan Visibility { get; set; } = TimeSpan.FromSeconds(60);

    /// <value>A message that can't become a signal this often goes to the poison queue. Default 5.</value>
    [Range(1, 100)]
    public int MaxDequeues { get; set; } = 5;

    /// <value>The longest pause between two looks at an empty queue. Default 2 s.</value>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:01:00")]
    public TimeSpan LongestPause { get; set; } = TimeSpan.FromSeconds(2);

    /// <value>Makes the queues that are missing. False where the deployment makes them: then a host that only sends needs no right but that. Default true.</value>
    public bool Create { get; set; } = true;

    /// <value>False on hosts that only take notifications in. Default true.</value>
    public bool Read { get; set; } = true;

    public bool IsSet => ConnectionString is { Length: > 0 } || ServiceUri is not null;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (ConnectionString is { Length: > 0 } && ServiceUri is not null)
            yield return new("Set a connection string or the service's address, not both.", [nameof(ConnectionString), nameof(ServiceUri)]);
    }
}
