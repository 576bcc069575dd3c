using MeliBot.Inbox;
using MeliBot.Inbox.People;

namespace MeliBot.Bot.Composition;

internal static class InboxInUse
{
    public static bool IsEnabled(IConfiguration configuration) => configuration.GetValue<bool>($"{InboxOptions.Section}:{nameof(InboxOptions.Enabled)}");

    /// <summary>Prints a link by which the first person gets in; nothing once somebody has a password.</summary>
    public static async Task TellFirstAdministratorAsync(WebApplication app, CancellationToken cancellationToken)
    {
        if (await app.Services.GetRequiredService<Invitations>().ForFirstAdministratorAsync(cancellationToken) is not { } token) return;
        var address = app.Urls.FirstOrDefault(url => !url.Contains("unix:", StringComparison.Ordinal)) ?? "";
        Console.WriteLine($"Nobody can sign in yet. The first administrator opens, once: {address}/welcome/{token}");
    }
}
