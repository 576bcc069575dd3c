using System.Text;
using Microsoft.Extensions.Options;

namespace MeliBot.Bot.Composition;

/// <summary>Settings that nothing can start with; the message lists all that is wrong, each with its key, and says how to set them.</summary>
public sealed class SettingsException(IReadOnlyList<string> failures) : Exception(Tell(failures))
{
    /// <summary>Checks every room's options now.</summary>
    /// <exception cref="SettingsException">Something is missing or wrong.</exception>
    public static void ThrowIfInvalid(IServiceProvider services)
    {
        try
        {
            services.GetService<IStartupValidator>()?.Validate();
        }
        catch (Exception e) when (Told(e) is { Count: > 0 } failures)
        {
            throw new SettingsException([.. failures.Distinct()]);
        }

        // A value that isn't of its setting's kind is told by the binder, which names the key.
        static List<string> Told(Exception e) => e switch
        {
            OptionsValidationException invalid => [.. invalid.Failures],
            AggregateException several => [.. several.InnerExceptions.SelectMany(Told)],
            InvalidOperationException unreadable => [unreadable.Message],
            _ => [],
        };
    }

    private static string Tell(IReadOnlyList<string> failures)
    {
        var text = new StringBuilder("MeliBot can't start: ").Append(failures.Count == 1 ? "one setting is" : $"{failures.Count} settings are").Append(" missing or wrong.\n");
        foreach (var failure in failures) text.Append("  - ").Append(failure).Append('\n');
        return text.Append(
            """
            How to set a key, for example MercadoLibre:Application:ClientSecret:
              environment   MercadoLibre__Application__ClientSecret=...
              user secrets  dotnet user-secrets set MercadoLibre:Application:ClientSecret ... --project src/Bot
              file          appsettings.json in the folder that MeliBot is started in: { "MercadoLibre": { "Application": { "ClientSecret": "..." } } }
            docs/commands.md explains each. "demo" needs no settings at all.
            """).ToString();
    }
}
