import { publicKeyOf, signingKeyOf } from '@lateral/audit/keys';
import { readEnv, readSecret } from '../env.ts';

// Prints the public key with which this installation's history is checked: keep it where the installation is not.
console.log(publicKeyOf(signingKeyOf(readSecret(readEnv()))));
