using MeliBot.Inbox;
using MeliBot.Inbox.People;
using Microsoft.Extensions.Options;

namespace MeliBot.Bot.Composition;

internal static class InboxInUse
{
    public static bool IsEnabled(IConfiguration configuration) => configuration.GetValue($"{InboxOptions.Section}:{nameof(InboxOptions.Enabled)}", true);

    /// <summary>Whether this host is the one, or one of those, that serve the pages.</summary>
    public static bool IsServed(IConfiguration configuration) => IsEnabled(configuration) && configuration.Has(HostRoles.Inbox);

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
