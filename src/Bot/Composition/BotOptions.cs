using System.ComponentModel.DataAnnotations;
using System.Net;

namespace MeliBot.Bot.Composition;

/// <summary>How this host runs. Section <c>Bot</c>.</summary>
public sealed class BotOptions : IValidatableObject
{
    public const string Section = "Bot";

    /// <value>Where webhook and callback listen; a proxy in front brings TLS. Default http://127.0.0.1:5280. For Kestrel's own TLS leave it empty and set Kestrel:Endpoints.</value>
    public string Url { get; set; } = "http://127.0.0.1:5280";

    /// <value>What this host does of the whole: ingress, worker, inbox, with commas between them or as a list. Empty for all. One host on SQLite always works; hosts that share a PostgreSQL store may each do a part.</value>
    public string? Roles { get; set; }

    /// <value>How old a listing's facts may be when a question is answered from them. Default 30 s.</value>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan FactsMaxAge { get; set; } = TimeSpan.FromSeconds(30);

    /// <value>How long work in hand may go on after the order to stop. Default 20 s.</value>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00")]
    public TimeSpan StopWithin { get; set; } = TimeSpan.FromSeconds(20);

    /// <value>A PKCS #12 file, or one that holds such a file in base64, as vaults give it, that encrypts the keys which encrypt the tokens. Without it those keys stand readable in the database.</value>
    public string? KeyCertificate { get; set; }

    public string? KeyCertificatePassword { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Url.Length > 0 && !TryReadUrl(Url, out _, out _))
            yield return new ValidationResult($"{Section}:Url: \"{Url}\" isn't an address to listen on; write for example http://127.0.0.1:5280 or http://*:8080.");
        if (KeyCertificate is { Length: > 0 } && !File.Exists(KeyCertificate))
            yield return new ValidationResult($"{Section}:KeyCertificate: there is no file {KeyCertificate}.");
    }

    /// <param name="address">Null for every address.</param>
    internal static bool TryReadUrl(string url, out IPAddress? address, out int port)
    {
        (address, port) = (null, 0);
        if (!Uri.TryCreate(url.Replace("//*", "//0.0.0.0", StringComparison.Ordinal).Replace("//+", "//0.0.0.0", StringComparison.Ordinal), UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttp)
            return false;
        port = uri.Port;
        if (uri.Host == "localhost") address = IPAddress.Loopback;
        else if (uri.Host is not "0.0.0.0" && !IPAddress.TryParse(uri.Host.Trim('[', ']'), out address)) return false;
        return true;
    }
}
