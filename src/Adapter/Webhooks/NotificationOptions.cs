using System.ComponentModel.DataAnnotations;

namespace MeliBot.Adapter.Webhooks;

/// <summary>Who may notify, and how much of it is taken at once.</summary>
public sealed class NotificationOptions : IValidatableObject
{
    public const string Section = "MercadoLibre:Notifications";

    /// <summary>128 bits in the densest alphabet that a path can carry (base64url: 6 bits a character).</summary>
    private const int ShortestSecret = 22;

    /// <value>
    /// The last part of the callback address, at least 128 random bits (22 characters of base64url, 32 of hex). Two are valid while the address is being changed in the developer centre.
    /// None: no notification is accepted, and polling has to find everything.
    /// </value>
    public IList<string> Secrets { get; set; } = [];

    /// <value>Addresses or networks (<c>54.88.218.97</c>, <c>10.0.0.0/8</c>) that notifications may come from. Default empty: any, because the platform's list changes.</value>
    public IList<string> Sources { get; set; } = [];

    /// <value>
    /// Proxies whose <c>X-Forwarded-For</c> is believed. Default empty: the header is ignored, and the connection's own address counts.
    /// </value>
    public IList<string> TrustedProxies { get; set; } = [];

    /// <value>Longest body in bytes; real ones have some 300. Default 8192.</value>
    [Range(256, 65_536)]
    public int MaxBody { get; set; } = 8 * 1024;

    /// <value>How long the durable write may take before the sender is asked to repeat. Default 350 ms, because the platform waits 500.</value>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:00:30")]
    public TimeSpan WriteBudget { get; set; } = TimeSpan.FromMilliseconds(350);

    /// <value>How long a body may take to arrive; then its sender is asked to repeat. Default 2 s.</value>
    [Range(typeof(TimeSpan), "00:00:00.050", "00:01:00")]
    public TimeSpan ReadBudget { get; set; } = TimeSpan.FromSeconds(2);

    /// <value>Notifications stored at once; the rest is shed with 503. As many bodies may be arriving; when more do, the slowest is let go with 408. Default 512.</value>
    [Range(1, 100_000)]
    public int MaxConcurrent { get; set; } = 512;

    /// <value>Requests a second from one address, with bursts of ten times as many; the rest is shed with 429. Default 200.</value>
    [Range(1, 1_000_000)]
    public int PerAddress { get; set; } = 200;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Secrets.Count > 2) yield return new($"{Section}:Secrets holds {Secrets.Count}; two at most are valid at a time, the old and the new one.", [nameof(Secrets)]);
        for (var i = 0; i < Secrets.Count; i++)
        {
            if (Weakness(Secrets[i]) is { } weakness) yield return new($"{Section}:Secrets:{i} {weakness} Make one with: openssl rand -hex 32", [nameof(Secrets)]);
        }

        foreach (var (name, list) in new[] { (nameof(Sources), Sources), (nameof(TrustedProxies), TrustedProxies) })
        {
            foreach (var entry in list.Where(entry => !AddressList.TryParse(entry, out _)))
                yield return new($"{Section}:{name} holds '{entry}', which is no address and no network such as 10.0.0.0/8.", [name]);
        }
    }

    private static string? Weakness(string? secret)
    {
        if (string.IsNullOrEmpty(secret)) return "is empty.";
        if (!secret.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')) return "holds a character that a path can't carry as it is: use letters, digits, - and _ only.";
        var hex = secret.All(char.IsAsciiHexDigit);
        var needed = hex ? 32 : ShortestSecret;
        if (secret.Length < needed) return $"has {secret.Length} characters; 128 bits need {needed} {(hex ? "of hex" : "of base64url")}.";
        return secret.Distinct().Count() < 8 ? "isn't random." : null;
    }
}
