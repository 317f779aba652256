-- Whoever asks for quotes is shown whom he may ask, under the name of the firm.

grant select on identity.firm to ringside_realtime_gateway;
