using System.ComponentModel.DataAnnotations;

namespace MeliBot.MercadoLibre;

/// <summary>How to reach Mercado Libre, and as whom. Bound from the configuration section <c>MercadoLibre</c>.</summary>
public sealed class MercadoLibreOptions
{
    public const string Section = "MercadoLibre";

    /// <summary>The only host that any call ever goes to.</summary>
    /// <value>https://api.mercadolibre.com</value>
    [Required, AbsoluteHttpUri]
    public Uri? BaseUrl { get; set; } = new("https://api.mercadolibre.com");

    [Required]
    public ApplicationOptions Application { get; set; } = new();

    /// <summary>Where sellers give their consent, when it isn't the site's own host: for the Simulator.</summary>
    [AbsoluteHttpUri]
    public Uri? AuthorizationUrl { get; set; }

    /// <summary>Corrections to the table of authorisation hosts: site id to host, such as <c>MCR: auth.mercadolibre.com.cr</c>.</summary>
    public IDictionary<string, string> AuthorizationHosts { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <value>10 seconds, for one attempt including its body.</value>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:05:00")]
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The same for the file of a message, up or down.</summary>
    /// <value>2 minutes</value>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:30:00")]
    public TimeSpan TransferTimeout { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>How often a failed read is repeated. A write never is.</summary>
    /// <value>3</value>
    [Range(0, 10)]
    public int ReadRetries { get; set; } = 3;

    /// <summary>First pause before a read is repeated; it doubles each time, with jitter.</summary>
    /// <value>500 ms</value>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00")]
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>A longer <c>Retry-After</c> isn't waited for in the call: it goes to the caller as the error's RetryAfter.</summary>
    /// <value>20 seconds</value>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan LongestRetryAfter { get; set; } = TimeSpan.FromSeconds(20);

    [Required]
    public BudgetOptions Budget { get; set; } = new();
}

/// <summary>The application's registration in the developer centre.</summary>
public sealed class ApplicationOptions
{
    [Range(1, long.MaxValue, ErrorMessage = "The application's client id is missing.")]
    public long ClientId { get; set; }

    [Required]
    public string? ClientSecret { get; set; }

    /// <summary>While the platform rotates the secret (up to 7 days) both are valid: the other one, tried when the first is refused.</summary>
    public string? SecondClientSecret { get; set; }

    /// <summary>Exactly as registered, without anything variable.</summary>
    [Required, AbsoluteHttpUri]
    public Uri? RedirectUri { get; set; }

    /// <summary>The linked account that owns the application; missed feeds and the application's own state need its token.</summary>
    public long? OwnerAccount { get; set; }

    /// <summary>Shows no secret.</summary>
    public override string ToString() => $"Application {ClientId}";
}

[AttributeUsage(AttributeTargets.Property)]
internal sealed class AbsoluteHttpUriAttribute : ValidationAttribute
{
    public AbsoluteHttpUriAttribute()
        : base("{0} must be an absolute http or https address.")
    {
    }

    public override bool IsValid(object? value) =>
        value is null || (value is Uri { IsAbsoluteUri: true, UserInfo.Length: 0 } uri && uri.Scheme is "http" or "https");
}
