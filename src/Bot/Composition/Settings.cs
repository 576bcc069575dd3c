using System.Reflection;

namespace MeliBot.Bot.Composition;

internal static class Settings
{
    public const string Polling = "MercadoLibre:Sweep:Polling";

    /// <summary>Later ones win: appsettings.json of the current folder, user secrets, environment. With a settings file, that file and nothing else.</summary>
    public static void Add(IConfigurationBuilder configuration, string environment, HostSettings settings)
    {
        configuration.Sources.Clear();
        if (settings.SettingsFile is { } file)
        {
            configuration.AddJsonFile(Path.GetFullPath(file), optional: false);
        }
        else
        {
            configuration.SetBasePath(Directory.GetCurrentDirectory());
            configuration.AddJsonFile("appsettings.json", optional: true);
            configuration.AddJsonFile($"appsettings.{environment}.json", optional: true);
            configuration.AddUserSecrets(Assembly.GetExecutingAssembly(), optional: true);
            configuration.AddEnvironmentVariables();
        }

        if (settings.Roles is { } roles) configuration.AddInMemoryCollection([new(RolesInUse.Key, roles)]);
        if (settings.Poll) configuration.AddInMemoryCollection([new(Polling, "true")]);
    }
}
