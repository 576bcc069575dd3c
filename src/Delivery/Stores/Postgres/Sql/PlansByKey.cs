namespace MeliBot.Delivery.Stores.Postgres.Sql;

/// <summary>
/// How the server plans what is asked or written by key: by the index, row by row, and never by reading a whole table. A plan is kept for all times, and may have been made while a table was small.
/// </summary>
internal static class PlansByKey
{
    /// <summary>To be selected in the transaction, with which it ends.</summary>
    public const string Set =
        """
        set_config('plan_cache_mode', 'force_generic_plan', true), set_config('enable_seqscan', 'off', true), set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true),
            set_config('enable_bitmapscan', 'off', true), set_config('jit', 'off', true)
        """;
}
