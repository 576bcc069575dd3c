using MeliBot.MercadoLibre;

namespace MeliBot.Benchmarks.Rigs;

internal static class Tokens
{
    public static TokenAnswer Answer(long account) => new()
    {
        AccessToken = $"APP_USR-{account}",
        RefreshToken = $"TG-{account}",
        ExpiresIn = 21_600,
        Scope = "offline_access read write",
        UserId = account,
        TokenType = TokenType.Bearer,
    };
}
