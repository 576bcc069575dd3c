using MeliBot.Inbox;
using MeliBot.Inbox.People;
using Microsoft.Extensions.Options;

namespace MeliBot.Bot.Composition;

internal static class InboxInUse
{
    public static bool IsEnabled(IConfiguration configuration) => configuration.GetValue($"{InboxOptions.Section}:{nameof(InboxOptions.Enabled)}", true);

    /// <summary>Whether this host is the one, or one of those, that serve the pages.</summary>
    public static bool IsServed(IConfiguration configuration) => IsEnabled(configuration) && configuration.Has(HostRoles.Inbox);

    /// <summary>Where a page is: at the address that people type, whichever host serves it there, else at this host; null where neither is known.</summary>
    public static string? AddressOf(IConfiguration configuration, string page) =>
        !IsEnabled(configuration) ? null
        : configuration[$"{InboxOptions.Section}:{nameof(InboxOptions.PublicUrl)}"] is { Length: > 0 } told ? told.TrimEnd('/') + page
        : IsServed(configuration) ? page : null;

    /// <summary>Prints where the pages are, and a link by which the first person gets in, once nobody can yet.</summary>
    public static async Task TellAsync(WebApplication app, CancellationToken cancellationToken)
    {
        var address = AddressOf(app);
        Console.WriteLine($"{InboxLine}{address}/inbox");
        if (await app.Services.GetRequiredService<Invitations>().ForFirstAdministratorAsync(cancellationToken) is { } token)
            Console.WriteLine($"{WelcomeLine}{address}/welcome/{token}");
    }

    public const string InboxLine = "The inbox is at ";

    public const string WelcomeLine = "Nobody can sign in yet. The first administrator opens, once: ";

    private static string AddressOf(WebApplication app)
    {
        if (app.Services.GetRequiredService<IOptions<InboxOptions>>().Value.PublicUrl is { Length: > 0 } told) return told.TrimEnd('/');
        // A host that listens everywhere is reached from here by its own name for itself.
        var listens = app.Urls.FirstOrDefault(url => !url.Contains("unix:", StringComparison.Ordinal)) ?? "";
        return listens.Replace("//0.0.0.0", "//localhost", StringComparison.Ordinal).Replace("//[::]", "//localhost", StringComparison.Ordinal).TrimEnd('/');
    }
}
